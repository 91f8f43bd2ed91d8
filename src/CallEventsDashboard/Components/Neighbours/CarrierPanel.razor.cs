using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Events.Detail;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What the carrier saw of a session: the detail records of its legs, by Telnyx's session analysis. One request, on a click.</summary>
public sealed partial class CarrierPanel
{
    private const int Few = 20;
    private const int Many = 100;
    private const int MostShown = 10_000;

    private ResourceRequest _request = null!;
    private NeighbourAnswer? _answer;
    private (NeighbourAnswer? Answer, bool IsMasked) _read;
    private SessionAnalysis? _analysis;
    private string _text = "";
    private bool _isAsking;
    private int _most = Few;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    private string Summary => (_analysis, _answer) switch
    {
        ({ } analysis, { } answer) => string.Join(" · ", new[]
        {
            CountText.Format(analysis.Records.Count, "record"),
            analysis.Cost is { } cost ? $"cost {CarrierRecordRow.Money(cost, analysis.Currency)}" : null,
            $"as of {Instants.SecondsWithZone(answer.At)}",
        }.OfType<string>()),
        (_, { State: NeighbourState.NotPermitted }) => "not permitted with this key",
        _ when Neighbours?.IsRefused(SessionAnalyses.Endpoint) == true => "not permitted with this key",
        _ => "who hung up, SIP, cost, quality",
    };

    private string Offer => _isAsking ? "Asking Telnyx…" : _answer is null ? "Ask Telnyx (1 request)" : "Ask again (1 request)";

    protected override void OnParametersSet()
    {
        _request = SessionAnalyses.OfSession(SessionId);
        Read();
    }

    private void Read()
    {
        _answer = Neighbours?.Known(_request);
        if (_read == (_answer, Privacy.IsOn))
            return;
        _read = (_answer, Privacy.IsOn);
        _analysis = null;
        if (_answer is not { State: NeighbourState.Answered, Records: [var answer, ..] })
            return;
        var seen = Privacy.IsOn ? Privacy.Masked(answer, Neighbours!.Key) : answer;
        _analysis = SessionAnalysis.Read(seen);
        _text = VisibleText.Clip(SecretText.Text(RecordText.Format(seen)), MostShown);
    }

    private async Task AskAsync()
    {
        if (Neighbours is not { } neighbours)
            return;
        _isAsking = true;
        try
        {
            await Audit.CarrierAskedAsync(SessionId);
            await neighbours.AskAsync(_request, "carrier", CancellationToken.None);
        }
        finally
        {
            _isAsking = false;
        }

        Read();
    }

    private string Words(NeighbourAnswer answer) => answer.State switch
    {
        NeighbourState.NotPermitted => NeighbourText.NotPermitted("the detail records of calls"),
        NeighbourState.NotYet when View.Session.Extent is SessionExtent.Whole && View.Session.LastSeen is { } last =>
            $"Not yet: Telnyx has no records of this session so far (HTTP {(int?)answer.Failure?.StatusCode}). They come some time after a call has ended; the last event here is of {Instants.Near(last, answer.At)}.",
        NeighbourState.NotYet => $"Not yet: Telnyx has no records of this session so far (HTTP {(int?)answer.Failure?.StatusCode}). They come some time after a call has ended.",
        _ => NeighbourText.Failure(answer) ?? "",
    };
}
