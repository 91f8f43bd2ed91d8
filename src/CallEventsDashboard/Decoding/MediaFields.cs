using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>How long, how well, how much: spans of time, call quality, recordings, cost.</summary>
public static class MediaFields
{
    private static readonly TimeSpan RecordingLinkLife = TimeSpan.FromMinutes(10);

    public static IEnumerable<KnownField?> Read(CallEvent callEvent, JsonElement payload, DateTimeOffset now, InstantFormat instants)
    {
        yield return Span("Duration", payload.Text("start_time"), payload.Text("end_time"), instants);
        yield return Seconds("Duration", payload.Text("call_duration_secs", "call_duration"));
        yield return Seconds("Billed", payload.Text("billed_duration_secs"));
        yield return Seconds("Waited", payload.Text("wait_time_secs"));
        yield return Quality(payload);
        yield return Span("Recorded", payload.Text("recording_started_at"), payload.Text("recording_ended_at"), instants);
        yield return RecordingLinks(callEvent, payload, now);
        if (payload.Text("total_cost") is { } cost)
            yield return new KnownField("Cost", cost);
        if (payload.Text("media_name", "media_url", "stream_url") is { } media)
            yield return new KnownField("Media", VisibleText.Line(media, 400)) { Form = FieldForm.Id };
        if (payload.Text("page_count") is { } pages)
            yield return new KnownField("Pages", pages);
    }

    /// <summary>The figures of <see cref="Read"/> that a line has room for: how long, how many, how much.</summary>
    internal static IEnumerable<string?> Figures(JsonElement payload)
    {
        yield return Length(payload.Text("start_time"), payload.Text("end_time")) ?? Seconds("", payload.Text("call_duration_secs", "call_duration"))?.Decoded;
        yield return Length(payload.Text("recording_started_at"), payload.Text("recording_ended_at"));
        yield return Seconds("", payload.Text("wait_time_secs"))?.Decoded is { } waited ? $"waited {waited}" : null;
        yield return payload.Text("page_count") is { } pages ? $"{pages} {(pages == "1" ? "page" : "pages")}" : null;
        yield return payload.Text("total_cost") is { } cost ? $"cost {cost}" : null;
        yield return Seconds("", payload.Text("billed_duration_secs"))?.Decoded is { } billed ? $"billed {billed}" : null;
    }

    private static KnownField? Span(string label, string? startText, string? endText, InstantFormat instants)
    {
        if (InstantText.Parse(startText) is not { } start || InstantText.Parse(endText) is not { } end)
            return null;
        var range = instants.ClockRange(start, end);
        return end < start ? new KnownField(label, range, Hint: "it ends before it starts") : new KnownField(label, range, DurationText.Format(end - start));
    }

    private static string? Length(string? startText, string? endText) =>
        InstantText.Parse(startText) is { } start && InstantText.Parse(endText) is { } end && start <= end ? DurationText.Format(end - start) : null;

    private static KnownField? Seconds(string label, string? text)
    {
        // A longer span than this is no call, and TimeSpan can't hold every number that JSON can.
        const double MaxSeconds = 1e9;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < MaxSeconds
            ? new KnownField(label, text!, DurationText.Format(TimeSpan.FromSeconds(seconds))) { ShowsValue = false }
            : null;
    }

    private static KnownField? Quality(JsonElement payload)
    {
        var inbound = payload.Field("call_quality_stats").Field("inbound");
        if (inbound.Text("mos") is not { } mos)
            return null;
        var words = double.TryParse(mos, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score switch
        {
            >= 4.3 => "excellent",
            >= 4.0 => "good",
            >= 3.6 => "fair",
            >= 3.1 => "poor",
            >= 0 => "bad",
            _ => null,
        } : null;
        var skipped = inbound.Text("skip_packet_count") is { } skips && inbound.Text("packet_count") is { } packets ? $"{skips} of {packets} packets skipped" : null;
        var jitter = inbound.Text("jitter_max_variance") is { } variance ? $"jitter up to {variance} ms" : null;
        var hint = string.Join(", ", new[] { skipped, jitter }.OfType<string>());
        return new KnownField("Quality", $"MOS {mos}", words, hint.Length > 0 ? $"inbound: {hint}" : null);
    }

    private static KnownField? RecordingLinks(CallEvent callEvent, JsonElement payload, DateTimeOffset now)
    {
        if (payload.Field("recording_urls") is not { ValueKind: JsonValueKind.Object } urls)
            return null;
        var formats = string.Join(", ", urls.EnumerateObject().Where(url => url.Value.Text() is not null).Take(8).Select(url => VisibleText.Line(url.NameOrSource(), 40)));
        if (formats.Length == 0)
            return null;
        var hint = callEvent.OccurredAt is { } saved && now - saved > RecordingLinkLife
            ? "the links were valid for 10 minutes and have expired"
            : "the links are valid for 10 minutes after the event";
        return new KnownField("Recording", formats, Hint: hint);
    }
}
