using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>The transcripts of the recordings of a session: one request for each recording, by one button.</summary>
public sealed partial class TranscriptPart
{
    private const int MostRecordings = 20;
    private const int MostShown = 10_000;

    private List<RecordingTranscription>? _transcripts;

    /// <summary>Their ids.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Recordings { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    protected override string Endpoint => RecordingTranscriptions.Endpoint;

    protected override string Purpose => "transcripts";

    private string Words => (Answer, _transcripts) switch
    {
        (null, _) when IsRefused => NeighbourText.Refused,
        (null, _) => NeighbourText.Join("what was said, if a recording was transcribed", Extent),
        (_, { Count: 0 }) => NeighbourText.Join("Telnyx has none of these recordings", Extent, NeighbourText.More(Answers, RecordingTranscriptions.Rows)),
        ({ } answer, { } found) => NeighbourText.Join(
            CountText.Format(found.Count, "transcript"), Extent, NeighbourText.More(Answers, RecordingTranscriptions.Rows), $"as of {Instants.SecondsWithZone(answer.At)}"),
        ({ State: NeighbourState.NotPermitted }, _) => NeighbourText.Refused,
        ({ State: NeighbourState.NotYet }, _) => "not there, or not yet",
        ({ } answer, _) => NeighbourText.Failure(answer, Instants) ?? "",
    };

    // Before anything was asked, what will be.
    private string? Extent => NeighbourText.Part(
        _transcripts is null ? Questions.Count : Answers.Count(answer => answer.State is NeighbourState.Answered), Recordings.Count, "recording");

    protected override IEnumerable<ResourceRequest> FindQuestions() => Recordings.Take(MostRecordings).Select(RecordingTranscriptions.ForRecording);

    protected override void Tell() => _transcripts = Answers.Any(answer => answer.State is NeighbourState.Answered)
        ? [.. Answers.SelectMany(answer => answer.Records).Select(Seen).Select(record => RecordingTranscription.Read(record))
            .Where(transcript => Recordings.Contains(transcript.RecordingId, StringComparer.OrdinalIgnoreCase))]
        : null;

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.TranscriptsAskedAsync(SessionId);
}
