using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>One attempt to deliver a webhook: what was sent, and what the endpoint made of it. Follows from the row alone.</summary>
internal sealed record DeliveryTrace(EventRow Row, long StartedAt, long FinishedAt, Rng Details)
{
    private static readonly (int? Status, int Error, string Body)[] Failures =
    [
        (404, 75404, """{"error":"no route for POST /hooks","api_key":"sk_live_not-a-secret"}"""),
        (500, 75500, "<h1>500 Internal Server Error</h1>"),
        (503, 75599, "upstream connect error or disconnect/reset before headers"),
        (302, 75300, ""),
        (null, 75002, ""),
        (null, 75004, ""),
    ];

    /// <summary>The attempts of one webhook, the first one first.</summary>
    public static IReadOnlyList<DeliveryTrace> Of(IReadOnlyList<EventRow> attempts)
    {
        var traces = new List<DeliveryTrace>();
        var clock = attempts[0].Time;
        foreach (var row in attempts)
        {
            var details = new Rng(Rng.Mix(row.Leg.Seed ^ ((ulong)row.Seed << 8) ^ (ulong)row.Attempt));
            var start = clock + (details.Between(5, 40) * Micros.Millisecond);
            clock = start + (details.Between(35, 900) * Micros.Millisecond);
            traces.Add(new DeliveryTrace(row, start, clock, details));
        }

        return traces;
    }

    public void Write(Utf8JsonWriter json, bool asObjects)
    {
        var (status, error, body) = Row.Failed ? Failures[Details.Below(Failures.Length)] : (200, 0, """{"received":true}""");
        json.WriteStartObject();
        json.WriteString("status", Row.Failed ? "failed" : "delivered");
        json.WriteString("started_at", Micros.ToIso(StartedAt));
        json.WriteString("finished_at", Micros.ToIso(FinishedAt));
        json.WriteStartObject("http");
        json.WriteStartObject("request");
        json.WriteString("url", RecordWriter.UrlOf(Row));
        Headers(json, ("content-type", "application/json"), ("user-agent", "telnyx-webhooks"), ("telnyx-timestamp", (StartedAt / Micros.Second).ToString(CultureInfo.InvariantCulture)),
            ("telnyx-signature-ed25519", "bm90LWEtc2lnbmF0dXJl"));
        json.WriteEndObject();
        if (status is { } answered)
        {
            json.WriteStartObject("response");
            json.WriteNumber("status", answered);
            Headers(json, ("content-type", body is ['{', ..] ? "application/json" : "text/plain"), ("server", "nginx"), ("set-cookie", "session=not-a-secret; HttpOnly"));
            json.WriteString("body", body);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("errors");
        if (error != 0 && asObjects)
        {
            json.WriteStartObject();
            json.WriteString("code", error.Text());
            json.WriteString("title", "Delivery failed");
            json.WriteEndObject();
        }
        else if (error != 0)
        {
            json.WriteNumberValue(error);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Headers(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        json.WriteStartArray("headers");
        foreach (var (name, value) in headers)
        {
            json.WriteStartArray();
            json.WriteStringValue(name);
            json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
