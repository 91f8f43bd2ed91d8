using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Whether a call is up whose hang-up the log does not have: one request, on a click.</summary>
public sealed partial class CallStatePanel
{
    private const int MostAtOnce = 20;

    private IReadOnlyList<OpenCall> _open = [];
    private LiveCall? _call;
    private List<(OpenCall Call, NeighbourAnswer Answer)> _told = [];

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    protected override string Endpoint => Calls.Endpoint;

    protected override string Purpose => "call";

    /// <summary>Those that were not asked yet, else those that may have changed, the oldest answers first.</summary>
    protected override IReadOnlyList<ResourceRequest> Next => Answers.Count < Questions.Count
        ? [.. Questions.Where(question => Known(question) is null).Take(MostAtOnce)]
        : [.. _told.Where(pair => !CallStateText.IsOver(pair.Answer)).OrderBy(pair => (pair.Answer.AskedAgain ?? pair.Answer).At).Select(pair => Question(pair.Call)).Take(MostAtOnce)];

    private string Words => (_open.Count, _told) switch
    {
        (1, [var (_, answer)]) => CallStateText.Words(answer, View.Session.Extent, Instants),
        (_, []) when IsRefused => NeighbourText.Refused,
        (1, []) => AbsenceText.NoHangup(View.Session.Extent, View.LegWords(_open[0].LegId)),
        (var legs, []) => AbsenceText.NoHangup(View.Session.Extent, CountText.Format(legs, "leg")),
        (var legs, var told) => $"{CountText.Format(told.Count)} of {CountText.Format(legs, "leg")} without a hang-up asked",
    };

    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        _open = OpenCall.FindAll(View.Session);
        return _open.Select(Question);
    }

    protected override void Tell()
    {
        _told = [.. _open.Select(call => (call, Known(Question(call)))).Where(pair => pair.Item2 is not null).Select(pair => (pair.call, pair.Item2!))];
        // Of several legs none speaks for all.
        _call = _open.Count == 1 ? CallStateText.Call(Answer) : null;
    }

    private static ResourceRequest Question(OpenCall call) => Calls.OfCall(call.CallControlId);

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.CallAskedAsync(SessionId);
}
