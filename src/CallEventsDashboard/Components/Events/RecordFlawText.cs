using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>Why a record is not shown as the others are, in a sentence; empty for one that is.</summary>
internal static class RecordFlawText
{
    public static string Describe(CallEvent callEvent) => callEvent.Flaw switch
    {
        RecordFlaw.None => "",
        RecordFlaw.NotAnObject => "Telnyx sent something else than an object in this event's place.",
        RecordFlaw.Malformed => "This event's JSON is not well-formed; it is shown as far as it can be read.",
        RecordFlaw.TooDeep => FormattableString.Invariant($"This event nests more than {RecordJson.MaxDepth} objects and lists within each other, so that only its text is shown."),
        RecordFlaw.TooLarge => "This event alone is larger than the dashboard reads at once, so that it was not received.",
        _ => "This event can't be read.",
    };
}
