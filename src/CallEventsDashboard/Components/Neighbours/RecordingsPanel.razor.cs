using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What was recorded of a session, with links that are good now: those within events have expired. One request, on a click; nothing is played here.</summary>
public sealed partial class RecordingsPanel
{
    private ResourceRequest _request = null!;
    private NeighbourAnswer? _answer;
    private List<CallRecording>? _recordings;
    private bool _isAsking;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    private string Offer => _isAsking ? "Asking Telnyx…" : _answer is null ? "Get fresh links (1 request)" : "Ask again (1 request)";

    private string Words => (_answer, _recordings) switch
    {
        (null, _) when Neighbours?.IsRefused(Recordings.Endpoint) == true => "not permitted with this key",
        (null, _) => "the links in events have expired",
        ({ } answer, { Count: > 0 } recordings) => $"{CountText.Format(recordings.Count, "recording")}, as of {Instants.SecondsWithZone(answer.At)}",
        (_, { Count: 0 }) => "Telnyx lists none of this session: it may have been deleted, or is not saved yet",
        ({ State: NeighbourState.NotPermitted }, _) => "not permitted with this key",
        ({ State: NeighbourState.NotYet }, _) => "not there, or not yet",
        ({ } answer, _) => NeighbourText.Failure(answer) ?? "",
    };

    /// <summary>Whether something of a session was recorded, by its events.</summary>
    internal static bool IsIn(SessionView view) => view.Session.Marks.Any(mark => mark.Name.Contains("record", StringComparison.OrdinalIgnoreCase));

    protected override void OnParametersSet()
    {
        _request = Recordings.OfSession(SessionId);
        Read();
    }

    private void Read()
    {
        _answer = Neighbours?.Known(_request);
        _recordings = _answer is { State: NeighbourState.Answered } answer
            ? [.. answer.Records.Select(record => CallRecording.Read(record)).Where(recording => SessionId.Equals(recording.SessionId, StringComparison.OrdinalIgnoreCase))]
            : null;
    }

    private async Task AskAsync()
    {
        if (Neighbours is not { } neighbours)
            return;
        _isAsking = true;
        try
        {
            await Audit.RecordingsAskedAsync(SessionId);
            await neighbours.AskAsync(_request, "recordings", CancellationToken.None);
        }
        finally
        {
            _isAsking = false;
        }

        Read();
    }

    private static IEnumerable<string> Facts(CallRecording recording) => new[]
    {
        recording.Duration is { } duration ? DurationText.Format(duration) : null,
        recording.Channels is { } channels ? VisibleText.Word(channels) : null,
        recording.Status is { } status and not "completed" ? VisibleText.Word(status) : null,
    }.OfType<string>();
}
