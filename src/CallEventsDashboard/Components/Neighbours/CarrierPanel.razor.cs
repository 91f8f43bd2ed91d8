using System.Net;
using CallEventsDashboard.Components.Events.Detail;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What the carrier saw of a session: the detail records of its legs, by Telnyx's session analysis. One request, on a click.</summary>
public sealed partial class CarrierPanel
{
    private const int Few = 8;
    private const int Many = 100;
    private const int MostShown = 10_000;
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    private (NeighbourAnswer? Answer, bool IsMasked) _read;
    private SessionAnalysis? _analysis;
    private string _text = "";
    private SessionAnalysis? _passedOn;
    private int _most = Few;

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    /// <summary>Given what the carrier's records say; null where they say nothing, or not any more.</summary>
    [Parameter] public EventCallback<SessionAnalysis?> OnRead { get; set; }

    protected override string Endpoint => SessionAnalyses.Endpoint;

    protected override string Purpose => "carrier";

    private string Summary => (_analysis, Answer) switch
    {
        ({ } analysis, { } answer) => string.Join(" · ", new[]
        {
            CountText.Format(analysis.Records.Count, "record"),
            CarrierRecordRow.Money(analysis.Cost, analysis.Currency) is { } cost ? $"cost {cost}" : null,
            $"as of {Instants.SecondsWithZone(answer.At)}",
        }.OfType<string>()),
        (_, { State: NeighbourState.NotPermitted }) => NeighbourText.Refused,
        _ when IsRefused => NeighbourText.Refused,
        _ => "who hung up, SIP, cost, quality",
    };

    private string? Left => _analysis is { Count: { } all } analysis && all > analysis.Records.Count
        ? $" Telnyx counts {CountText.Format((int)all, "record")}; the first {CountText.Format(analysis.Records.Count)} are here." : null;

    protected override IEnumerable<ResourceRequest> FindQuestions() => [SessionAnalyses.OfSession(SessionId)];

    protected override void Tell()
    {
        if (_read == (Answer, Privacy.IsOn))
            return;
        _read = (Answer, Privacy.IsOn);
        _analysis = null;
        if (Answer is not { State: NeighbourState.Answered, Records: [var answer, ..] })
            return;
        var seen = Seen(answer);
        _analysis = SessionAnalysis.Read(seen);
        _text = VisibleText.Clip(SecretText.Text(RecordText.Format(seen)), MostShown);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_passedOn, _analysis))
            return;
        _passedOn = _analysis;
        await OnRead.InvokeAsync(_analysis);
    }

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.CarrierAskedAsync(SessionId);

    /// <returns>Null where the head says it.</returns>
    private string? Words(NeighbourAnswer answer) => answer.State switch
    {
        NeighbourState.NotPermitted => null,
        NeighbourState.NotYet => $"{Absent(answer)} (HTTP {(int?)answer.Failure?.StatusCode}). {Since(answer)}",
        _ => NeighbourText.Failure(answer, Instants),
    };

    private static string Absent(NeighbourAnswer answer) => answer.Failure?.StatusCode is HttpStatusCode.Conflict
        ? "Not yet: Telnyx is still putting the records of this session together" : "Telnyx has no records of this session";

    // Records come some minutes after a call's end; of one that ended long ago none are on their way.
    private string Since(NeighbourAnswer answer) => (View.Session.Extent, View.Session.LastSeen) switch
    {
        (SessionExtent.Whole, { } last) when answer.At - last > Settled => $"They come some minutes after a call has ended. The last event here is of {Instants.Near(last, answer.At)}, so there may be none.",
        (SessionExtent.Whole, { } last) => $"They come some minutes after a call has ended; the last event here is of {Instants.Near(last, answer.At)}.",
        _ => "They come some minutes after a call has ended.",
    };
}
