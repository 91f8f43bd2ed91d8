using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>Why a record is not shown as the others are, in a sentence; empty for one that is.</summary>
internal static class RecordFlawText
{
    public static string Describe(CallEvent callEvent) => callEvent.Flaw switch
    {
        RecordFlaw.None => "",
        RecordFlaw.NotAnObject => "Telnyx sent something other than an object in place of this event.",
        RecordFlaw.Malformed => "This event's JSON is not well-formed; it is shown as far as it can be read.",
        RecordFlaw.TooDeep => FormattableString.Invariant($"This event nests objects and lists more than {RecordJson.MaxDepth} levels deep, so only its text is shown."),
        RecordFlaw.TooLarge => "This event is larger than the dashboard reads at once, so it was not loaded.",
        _ => "This event can't be read.",
    };
}
