using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>The leg, session and connection of an event, and the application's state on the call.</summary>
public static class IdentityFields
{
    public static IEnumerable<KnownField?> Read(CallEvent callEvent, JsonElement payload, InstantFormat instants)
    {
        yield return Id("Leg", callEvent.LegId, callEvent, instants, "leg_id");
        yield return Id("Session", callEvent.SessionId, callEvent, instants, "application_session_id");
        yield return Id("Connection", callEvent.ConnectionId, callEvent, instants, "connection_id");
        yield return Id("Conference", payload.Text("conference_id"), callEvent, instants);
        yield return Id("Fax", payload.Text("fax_id"), callEvent, instants);
        if (callEvent.Product is { Length: > 0 } product)
            yield return new KnownField("Product", product, ProductWords(product)) { FilterKey = "product" };
        yield return State("Client state", payload.Text("client_state"));
        yield return State("Target's client state", payload.Text("target_leg_client_state"));
    }

    private static string? ProductWords(string product) => product switch
    {
        "call_control" => "Call Control",
        "fax" => "Fax",
        "texml" => "TeXML",
        _ => null,
    };

    private static KnownField? Id(string label, string? id, CallEvent callEvent, InstantFormat instants, string? filterKey = null)
    {
        if (id is null or "")
            return null;
        var hint = UuidTime.CreatedAt(id) is { } created ? $"created {instants.Near(created, callEvent.OccurredAt)}" : null;
        return new KnownField(label, id, Hint: hint) { Form = FieldForm.Id, FilterKey = filterKey };
    }

    private static KnownField? State(string label, string? encoded)
    {
        if (encoded is null)
            return null;
        if (ClientState.Decode(encoded) is not { } decoded)
            return new KnownField(label, encoded, Hint: "not base64") { Form = FieldForm.Block };
        var form = decoded.Form switch { DecodedForm.Json => "JSON", DecodedForm.Text => "text", _ => "binary" };
        var hint = FormattableString.Invariant($"{form}, {decoded.Bytes} {(decoded.Bytes == 1 ? "byte" : "bytes")}{(decoded.IsClipped ? ", shortened" : "")}");
        return decoded switch
        {
            { IsPerhapsPlain: true, Form: DecodedForm.Hex } => new KnownField(label, encoded, Hint: $"plain text, or base64 of {decoded.Text} ({hint})") { Form = FieldForm.Block },
            { IsPerhapsPlain: true } => new KnownField(label, encoded, decoded.Text, $"base64 of {hint}, or plain text as it was sent") { Form = FieldForm.Block },
            _ => new KnownField(label, encoded, decoded.Text, hint) { Form = FieldForm.Block, ShowsValue = false },
        };
    }
}
