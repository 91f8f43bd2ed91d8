using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/recording_transcriptions</c>: the words of a recording, where they were asked for.</summary>
public static class RecordingTranscriptions
{
    public const string Endpoint = "recording_transcriptions";

    /// <summary>The most transcripts that one answer has.</summary>
    public const int Rows = 20;

    public static ResourceRequest ForRecording(string recordingId) => new(Endpoint, Endpoint, ResourceRequest.Write(
        ("filter[recording_id]", recordingId), ("page[size]", Rows.ToString(CultureInfo.InvariantCulture))));
}
