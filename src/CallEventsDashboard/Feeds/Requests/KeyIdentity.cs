using System.Security.Cryptography;
using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// Tells whether two keys are the same one, and nothing else: a hash under a secret that lives as long as the process. What is shared is found by it,
/// so that the key itself is in no dictionary.
/// </summary>
public readonly record struct KeyIdentity
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    private KeyIdentity(ReadOnlySpan<byte> hash) =>
        (_first, _second) = (System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash), System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));

    public static KeyIdentity From(ApiKey key) => new(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(key.Reveal())));

    public override string ToString() => "(key)";
}
