using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>The parties of a call, and its direction.</summary>
public static class PartyFields
{
    public static IEnumerable<KnownField?> Read(CallEvent callEvent, JsonElement payload)
    {
        yield return Party("From", callEvent.From, "from");
        yield return Party("To", callEvent.To, "to");
        if (payload.Text("caller_id_name") is { } name)
            yield return new KnownField("Caller name", VisibleText.Line(name, 200));
        if (payload.Text("direction") is { } direction)
            yield return new KnownField("Direction", direction, direction switch
            {
                "incoming" or "inbound" => "to your number",
                "outgoing" or "outbound" => "from your application",
                _ => null,
            });
        if (payload.Text("shaken_stir_attestation") is { } attestation)
            yield return new KnownField("Caller proof", attestation, attestation switch
            {
                "A" => "the carrier vouches for the caller and the number",
                "B" => "the carrier vouches for the caller, not for the number",
                "C" => "the carrier vouches for neither",
                _ => null,
            });
    }

    private static KnownField? Party(string label, string? number, string key)
    {
        if (number is null or "")
            return null;
        var written = PhoneText.International(number);
        return new KnownField(label, number, written == number ? null : written, PhoneText.Country(number)) { ShowsValue = written == number, FilterKey = key };
    }
}
