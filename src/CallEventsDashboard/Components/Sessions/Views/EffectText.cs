using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Views;

/// <summary>Why an effect was not seen. The reasons are different things and have different words.</summary>
internal static class EffectText
{
    public static string Short(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "missing",
        MissingReason.NotRead => "not loaded",
        MissingReason.NotYet => "too early to tell",
        MissingReason.OutsideWindow => "too old to load",
        _ => "can't tell",
    };

    /// <summary>How long after its command a webhook came; the clock of another leg may be behind that of the command.</summary>
    public static string Latency(Effect effect) => effect.Latency < TimeSpan.Zero ? "clocks differ" : $"+{DurationText.Format(effect.Latency)}";

    public static string Long(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "The whole session is loaded, and it is not there",
        MissingReason.NotYet => "The session was loaded so soon after it that it may still come",
        MissingReason.NotRead => "Only a part of the session is loaded; it may be in the rest",
        MissingReason.OutsideWindow => "It may be older than Telnyx lists",
        _ => "Can't tell whether it came",
    };
}
