using System.Globalization;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>A mark as the browser reads it.</summary>
internal sealed record PackedMark(long Time, int Lane, MarkStyle Sort, TimelineNumbers.MarkFlags Flags, int Attempts, string Fingerprint);

/// <param name="Hangup">-1 for none; likewise <paramref name="Last"/>.</param>
internal sealed record PackedLane(int Hangup, int Last, IReadOnlyList<PackedPhase> Phases);

/// <param name="End">-1 while open.</param>
internal sealed record PackedPhase(string Kind, bool IsDerived, int Top, int Start, int End);

/// <summary>Reads a pack as the browser does.</summary>
internal sealed class PackReader
{
    private readonly byte[] _bytes;
    private int _at;

    private PackReader(byte[] bytes) => _bytes = bytes;

    public List<PackedMark> Marks { get; } = [];

    public List<PackedLane> Lanes { get; } = [];

    public Dictionary<int, int[]> Effects { get; } = [];

    public static PackReader Read(TimelinePack pack, int lanes)
    {
        var reader = new PackReader(pack.Numbers);
        reader.ReadMarks(pack.Head);
        Assert.Equal(lanes, reader.Next());
        for (var i = 0; i < lanes; i++)
            reader.Lanes.Add(reader.ReadLane(pack.Head));
        reader.ReadEffects();
        Assert.Equal(pack.Numbers.Length, reader._at);
        return reader;
    }

    private void ReadMarks(TimelineHead head)
    {
        var odd = 0;
        var time = 0L;
        for (var count = Next(); count > 0; count--)
        {
            time += Next();
            var lane = (int)Next();
            var sort = head.Sorts[(int)Next()];
            var flags = (TimelineNumbers.MarkFlags)Next();
            var attempts = flags.HasFlag(TimelineNumbers.MarkFlags.Attempts) ? (int)Next() : 1;
            var fingerprint = flags.HasFlag(TimelineNumbers.MarkFlags.OddFingerprint) ? head.Fingerprints[odd++] : Canonical(head, flags, time);
            Marks.Add(new PackedMark(time, lane, sort, flags, attempts, fingerprint));
        }
    }

    private string Canonical(TimelineHead head, TimelineNumbers.MarkFlags flags, long time)
    {
        var hash = Convert.ToHexStringLower(_bytes.AsSpan(_at, 8));
        _at += 8;
        var instant = flags.HasFlag(TimelineNumbers.MarkFlags.Untimed) ? 0 : (long)head.Start + time;
        return string.Create(CultureInfo.InvariantCulture, $"{instant}-{hash}");
    }

    private PackedLane ReadLane(TimelineHead head)
    {
        var hangup = (int)Next() - 1;
        var last = (int)Next() - 1;
        var phases = new PackedPhase[(int)Next()];
        var start = 0;
        for (var i = 0; i < phases.Length; i++)
        {
            var kind = head.Kinds[(int)Next()];
            var flags = Next();
            var top = (int)Next();
            start += NextSigned();
            phases[i] = new PackedPhase(kind, (flags & 1) > 0, top, start, (flags & 2) > 0 ? start + NextSigned() : -1);
        }

        return new PackedLane(hangup, last, phases);
    }

    private void ReadEffects()
    {
        var command = 0;
        for (var count = Next(); count > 0; count--)
        {
            command += NextSigned();
            var webhooks = new int[(int)Next()];
            for (var i = 0; i < webhooks.Length; i++)
                webhooks[i] = command + NextSigned();
            Effects[command] = webhooks;
        }
    }

    private long Next()
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[_at++];
            value |= (long)(part & 127) << shift;
            if (part < 128)
                return value;
        }
    }

    private int NextSigned()
    {
        var value = (int)Next();
        return value % 2 == 1 ? -(value + 1) / 2 : value / 2;
    }
}
