namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>One message of a conversation. Nothing is required of it: what it lacks is null.</summary>
public sealed record ConversationTurn
{
    private const int MostTools = 20;
    private const long LongestMilliseconds = 600_000;

    /// <summary><c>user</c>, <c>assistant</c> or <c>tool</c>.</summary>
    public string? Role { get; init; }

    public string? Text { get; init; }

    /// <summary>The names of tools that were called.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>When the person heard it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How long the speech took to be recognised.</summary>
    public TimeSpan? Recognition { get; init; }

    /// <summary>How long the model took to its first word.</summary>
    public TimeSpan? Model { get; init; }

    /// <summary>How long the voice took to its first sound.</summary>
    public TimeSpan? Voice { get; init; }

    /// <summary>How long was waited on purpose, for the caller to go on.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>From the end of the caller's words to the first sound of the answer.</summary>
    public TimeSpan? Perceived { get; init; }

    public bool IsAssistant => "assistant".Equals(Role, StringComparison.OrdinalIgnoreCase);

    public static ConversationTurn Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        var measures = json.Field("metadata");
        return new ConversationTurn
        {
            Role = json.Text("role"),
            Text = json.Text("text", "content"),
            Tools = [.. json.Field("tool_calls").Items().Take(MostTools).Select(tool => tool.Field("function").Text("name") ?? tool.Text("name")).OfType<string>()],
            SentAt = InstantText.Read(json.Field("sent_at")) ?? InstantText.Read(json.Field("created_at")),
            Recognition = Milliseconds("transcription_duration_ms"),
            Model = Milliseconds("llm_first_token_duration_ms"),
            Voice = Milliseconds("audio_first_token_duration_ms"),
            Wait = Milliseconds("start_speaking_plan_extra_wait_duration_ms"),
            Perceived = Milliseconds("end_user_perceived_latency_ms"),
        };

        TimeSpan? Milliseconds(string name) => decimal.TryParse(measures.Text(name), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var time)
            && time is >= 0 and <= LongestMilliseconds ? TimeSpan.FromMilliseconds((double)time) : null;
    }
}
