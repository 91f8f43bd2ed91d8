using System.Text;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>Call events for tests of what is shown of them.</summary>
internal static class Records
{
    public const string LegId = "b0e6224c-c81c-11f0-afbb-02420aef93a0";
    public const string SessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    /// <summary>2026-11-23 09:00:00.123456 UTC.</summary>
    public static readonly DateTimeOffset At = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456);

    /// <summary>A webhook whose record is <paramref name="json"/>; the fields that lists show are fixed.</summary>
    public static CallEvent Of(string json) => new()
    {
        Name = "call.hangup",
        Type = "webhook",
        OccurredAt = At,
        LegId = LegId,
        SessionId = SessionId,
        Fingerprint = "1795424400123456-0123456789abcdef",
        Raw = Encoding.UTF8.GetBytes(json),
    };

    /// <summary>A webhook with this inner payload.</summary>
    public static CallEvent WithPayload(string payload) => Of("""{"name":"call.hangup","type":"webhook","metadata":{"event":{"payload":""" + payload + "}}}");

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
