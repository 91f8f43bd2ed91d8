using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>Why an effect was not seen. The reasons are different things and have different words.</summary>
internal static class EffectWords
{
    public static string Short(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "missing",
        MissingReason.NotRead => "not loaded",
        MissingReason.OutsideWindow => "too old to load",
        _ => "can't tell",
    };

    public static string Long(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "The whole session is loaded, and it is not there",
        MissingReason.NotRead => "Only a part of the session is loaded; it may be in the rest",
        MissingReason.OutsideWindow => "It may be older than Telnyx lists",
        _ => "Can't tell whether it came",
    };
}
