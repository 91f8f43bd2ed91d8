using System.Buffers.Binary;
using System.Text;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>The state that an application stored with a leg: mostly nothing, else base64 of JSON, of text or of bytes.</summary>
internal static class ClientState
{
    public static string? From(Leg leg)
    {
        var rng = new Rng(Rng.Mix(leg.Seed ^ Purpose.ClientState));
        return rng.Below(10) switch
        {
            < 5 => null,
            5 => "",
            6 => Base64("vip-customer"),
            7 => Base64("Rückruf gewünscht: 午後3時 ☎"),
            8 when rng.Chance(0.3) => Binary(rng),
            _ => Base64($$"""{"step":"{{rng.Pick("greeting", "menu", "survey", "voicemail")}}","attempt":{{rng.Between(1, 3)}},"ticket":"T-{{rng.Between(1000, 9999)}}"}"""),
        };
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Binary(Rng rng)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, rng.Next() | 0xFF);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], rng.Next());
        return Convert.ToBase64String(bytes);
    }
}
