using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>Kind, failure and attempt of a row in one byte.</summary>
internal static class RowFlags
{
    private const byte KindMask = 3;
    private const byte FailedBit = 4;
    private const int AttemptShift = 3;

    public static byte From(in EventRow row) => (byte)((int)row.Kind | (row.Failed ? FailedBit : 0) | (row.Attempt << AttemptShift));

    public static EventKind Kind(byte flags) => (EventKind)(flags & KindMask);

    public static bool Failed(byte flags) => (flags & FailedBit) != 0;

    public static int Attempt(byte flags) => flags >> AttemptShift;

    /// <summary>Which of all flags meet a condition on them.</summary>
    public static bool[] Table(Func<byte, bool> condition)
    {
        var table = new bool[256];
        for (var flags = 0; flags < table.Length; flags++)
            table[flags] = condition((byte)flags);
        return table;
    }
}
