using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>Adds the fields of one kind of event to an object already begun.</summary>
internal delegate void PayloadPart(Utf8JsonWriter json, EventRow row, Rng rng);

/// <summary>Pieces that several payloads share.</summary>
internal static class JsonParts
{
    public static string Text(this int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(this double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    public static PayloadPart Nothing { get; } = (_, _, _) => { };

    public static PayloadPart Choice(string field, params string[] choices) => (json, _, rng) => json.WriteString(field, rng.Pick<string>(choices));

    public static void Headers(Utf8JsonWriter json, Rng rng)
    {
        json.WriteStartArray("custom_headers");
        if (rng.Chance(0.3))
            Header(json, "X-Customer-Id", rng.Between(10_000, 99_999).Text());
        if (rng.Chance(0.03))
            Header(json, "X-Note", HostileText.Pick(rng));
        json.WriteEndArray();
        json.WriteStartArray("sip_headers");
        if (rng.Chance(0.2))
            Header(json, "User-to-User", "3530304d52;encoding=hex");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        if (rng.Chance(0.2))
            json.WriteStringValue(rng.Pick("campaign-autumn", "vip", "test", "=1+1"));
        json.WriteEndArray();
    }

    public static void Strings(Utf8JsonWriter json, string name, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Header(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
