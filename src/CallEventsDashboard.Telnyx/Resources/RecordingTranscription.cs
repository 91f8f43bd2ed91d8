namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>One record of <see cref="RecordingTranscriptions"/>. Nothing is required of it: what it lacks is null.</summary>
public sealed record RecordingTranscription(string? RecordingId, string? Text, string? Status)
{
    public static RecordingTranscription Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        return new RecordingTranscription(json.Text("recording_id"), json.Text("transcription_text"), json.Text("status"));
    }
}
