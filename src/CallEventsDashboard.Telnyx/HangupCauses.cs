using System.Collections.Frozen;

namespace CallEventsDashboard.Telnyx;

/// <summary>The causes that a <c>call.hangup</c> carries, by Telnyx's description of the webhook.</summary>
public static class HangupCauses
{
    /// <summary>That says that none is known.</summary>
    public const string Unspecified = "unspecified";

    public static IReadOnlyList<string> All { get; } =
    [
        "call_rejected", "normal_clearing", "originator_cancel", "timeout", "time_limit", "user_busy", "not_found", "no_answer", Unspecified,
    ];

    private static readonly FrozenSet<string> Named = All.Where(cause => cause != Unspecified).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text is one of them that says why, in whatever case.</summary>
    public static bool Names(string cause) => Named.Contains(cause);
}
