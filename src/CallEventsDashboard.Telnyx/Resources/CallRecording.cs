namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>One record of <see cref="Recordings"/>. Nothing is required of it: what it lacks is null.</summary>
public sealed record CallRecording
{
    private static readonly string[] Formats = ["mp3", "wav"];

    public string? Id { get; init; }

    public string? LegId { get; init; }

    public string? SessionId { get; init; }

    /// <summary><c>single</c> or <c>dual</c>.</summary>
    public string? Channels { get; init; }

    /// <summary><c>completed</c>, or as the record has it.</summary>
    public string? Status { get; init; }

    public TimeSpan? Duration { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>By format (<c>mp3</c>, <c>wav</c>) the addresses, of https only.</summary>
    public required IReadOnlyList<(string Format, Uri Address)> Links { get; init; }

    public static CallRecording Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        var links = json.Field("download_urls");
        return new CallRecording
        {
            Id = json.Text("id"),
            LegId = json.Text("call_leg_id"),
            SessionId = json.Text("call_session_id"),
            Channels = json.Text("channels"),
            Status = json.Text("status"),
            Duration = json.Field("duration_millis").WholeNumber(0, int.MaxValue) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            StartedAt = InstantText.Read(json.Field("recording_started_at")) ?? InstantText.Read(json.Field("created_at")),
            Links = [.. Formats.Select(format => (format, Https(links.Text(format)))).Where(link => link.Item2 is not null).Select(link => (link.format, link.Item2!))],
        };
    }

    private static Uri? Https(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 ? uri : null;
}
