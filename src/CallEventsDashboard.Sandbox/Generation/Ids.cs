using System.Buffers.Binary;
using System.Buffers.Text;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>Ids as the API forms them.</summary>
internal static class Ids
{
    private const long GregorianToUnix100Ns = 122_192_928_000_000_000;
    private static readonly ulong[] Nodes = [0x02420AEF93A0, 0x02420AEF6B1C, 0x02420A1F0A68];

    /// <summary>Version 1: the time inside is the creation time, as in leg and session ids of the live API.</summary>
    public static Guid TimeBased(long micros, Rng rng)
    {
        var ticks = (micros * 10) - rng.Below(10) + GregorianToUnix100Ns;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)ticks);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)(ticks >> 32));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x1000 | ((ticks >> 48) & 0x0FFF)));
        var tail = (0x8000000000000000 | ((rng.Next() & 0x3FFF) << 48)) | rng.Pick<ulong>(Nodes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], tail);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Version 4.</summary>
    public static Guid Random(Rng rng)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (rng.Next() & 0xFFFFFFFFFFFF0FFF) | 0x4000);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (rng.Next() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The recording of a leg: no call here has two.</summary>
    public static Guid Recording(Leg leg) => Random(new Rng(leg.Seed ^ 0x4EC0));

    /// <summary>The conversation of a leg with an assistant.</summary>
    public static Guid Conversation(Leg leg) => Random(new Rng(leg.Seed));

    /// <summary>An opaque token of some 60 characters, <c>v3:</c> and base64url.</summary>
    public static string CallControl(Leg leg)
    {
        var rng = new Rng(leg.Seed ^ 0xCA11);
        Span<byte> bytes = stackalloc byte[40];
        for (var i = 0; i < bytes.Length; i += sizeof(ulong))
            BinaryPrimitives.WriteUInt64BigEndian(bytes[i..], rng.Next());
        return "v3:" + Base64Url.EncodeToString(bytes);
    }
}
