using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>Why an effect was not seen. The reasons are different things and have different words.</summary>
internal static class EffectWords
{
    public static string Short(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "really absent",
        MissingReason.NotRead => "not read",
        MissingReason.NotYet => "too early to tell",
        MissingReason.OutsideWindow => "outside the window",
        _ => "not known",
    };

    /// <summary>How long after its command a webhook came; the clock of another leg may be behind that of the command.</summary>
    public static string Latency(Effect effect) => effect.Latency < TimeSpan.Zero ? "by another clock" : $"+{SpanWords.Of(effect.Latency)}";

    public static string Long(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "The session was read whole, and it is not there",
        MissingReason.NotYet => "The session was read so soon after it that it may still come",
        MissingReason.NotRead => "The session was not read whole, and it may be in what was not read",
        MissingReason.OutsideWindow => "It may lie outside the window that can be asked for",
        _ => "Whether it came can't be told",
    };
}
