using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>Why an effect was not seen. The reasons are different things and have different words.</summary>
internal static class EffectWords
{
    public static string Short(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "really absent",
        MissingReason.NotRead => "not read",
        MissingReason.OutsideWindow => "outside the window",
        _ => "not known",
    };

    public static string Long(MissingReason reason) => reason switch
    {
        MissingReason.Absent => "really absent: the session was read whole, and it is not there",
        MissingReason.NotRead => "perhaps in what was not read: the session is not complete here",
        MissingReason.OutsideWindow => "perhaps outside the window that can be asked for",
        _ => "whether it came can't be told",
    };
}
