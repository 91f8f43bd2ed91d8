using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventReaderFuzzTests
{
    private static readonly string[] Names =
    [
        "name", "type", "call_leg_id", "leg_id", "call_session_id", "application_session_id", "event_timestamp", "occurred_at", "connection_id", "product",
        "from", "to", "failed", "payload", "metadata", "event", "attempt", "status", "delivered_to", "id", "event_type", "x", "\\ud800", "\\u0000",
    ];

    private static readonly Gen<string> Scalar = Gen.Frequency(
        (3, Gen.OneOf("null", "true", "false", "\"\"", "\" \"", "0", "-0.0", "1e400", "-9223372036854775809", "2811212257810187875", "\"\\ud800\"", "\"\\udc00\\ud800x\"")),
        (1, Gen.OneOf("\"2026-11-23 03:30:30.816307\"", "\"0001-01-01T00:00:00Z\"", "1795404630816307", "\"webhook\"", "\"call_hangup\"", "\"failed\"")),
        (1, Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        (1, Gen.String.Select(text => JsonSerializer.Serialize(text))));

    private static readonly Gen<string> Json = Value(4);

    [Fact]
    public void Read_AnyJson_NeverThrows() => Json.Sample(json =>
    {
        var callEvent = CallEventReader.Read(JsonElement.Parse(json));
        Assert.NotNull(callEvent.Name);
        Assert.NotNull(callEvent.Type);
        Assert.Equal(callEvent.OccurredAt, Fingerprint.TimeOf(callEvent.Fingerprint));
    }, iter: 20_000);

    [Fact]
    public void Read_AnyRecordTwice_HasOneFingerprint() => Json.Sample(json =>
        CallEventReader.Read(JsonElement.Parse(json)).Fingerprint == CallEventReader.Read(JsonElement.Parse($" {json}\n")).Fingerprint);

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (1, Scalar),
            (4, Gen.Select(Gen.OneOf(Names), Value(depth - 1)).Array[0, 8].Select(members => $"{{{string.Join(',', members.Select(m => $"\"{m.Item1}\": {m.Item2}"))}}}")),
            (1, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(", ", items)}]")));
}
