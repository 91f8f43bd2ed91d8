using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>One name for all spellings: <c>call_hangup</c>, <c>call.hangup</c> and a webhook <c>hangup</c> are one event, the command <c>hangup</c> is another thing.</summary>
internal static class EventName
{
    private static readonly string[] Domains = ["call.", "conference.", "fax.", "streaming.", "siprec."];

    private static readonly string[] PastTenses = [".started", ".ended", ".stopped", ".saved", ".created", ".completed", ".generated"];

    public static (MarkKind Kind, string Key) Parse(CallEvent callEvent)
    {
        var plain = callEvent.Name.Replace('_', '.').ToLowerInvariant();
        var hasDomain = Domains.Any(domain => plain.StartsWith(domain, StringComparison.Ordinal));
        var tellsWhatHappened = plain != EventKeys.Fetch
            && (callEvent.IsWebhook || hasDomain || PastTenses.Any(ending => plain.EndsWith(ending, StringComparison.Ordinal)));
        var key = !tellsWhatHappened || hasDomain ? plain
            : plain.StartsWith("participant.", StringComparison.Ordinal) ? $"conference.{plain}"
            : $"call.{plain}";
        var isYours = callEvent.IsCommand && !tellsWhatHappened && !EventCatalogue.IsOwnStep(callEvent.Name);
        return (callEvent.IsWebhook ? MarkKind.Webhook : isYours ? MarkKind.Command : MarkKind.Step, key);
    }
}
