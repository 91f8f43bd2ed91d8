using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Which calls of a list are stuck: the log has no hang-up of them, and Telnyx has ended them. One request for each, by one button.</summary>
public sealed partial class OpenCallsPanel
{
    private const int MostAtOnce = 20;
    private const int Few = 8;

    private List<(OpenCall Call, NeighbourAnswer Answer)> _told = [];
    private List<ResourceRequest> _next = [];
    private bool _isForRest;
    private int _ended;
    private int _up;
    private int _most = Few;

    /// <summary>Those of the sessions of which that is known.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<OpenCall> Open { get; set; }

    /// <summary>Of how many sessions it is known whether a call of theirs is open.</summary>
    [Parameter] public int LookedAt { get; set; }

    /// <summary>How many sessions the list has.</summary>
    [Parameter] public int Sessions { get; set; }

    /// <summary>The query that links to sessions keep.</summary>
    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    protected override string Endpoint => Calls.Endpoint;

    protected override string Purpose => "call";

    protected override IReadOnlyList<ResourceRequest> Next => _next;

    protected override string State => NeighbourText.Name(_told.Count == 0 ? null : _told.Max(pair => StateFrom(pair.Answer)), IsAsking);

    private string Title => Questions.Count == 1 ? "1 call without a hang-up" : $"{CountText.Format(Questions.Count)} calls without a hang-up";

    private bool IsNothingTold => _told.Count == 0 || (IsRefused && _ended + _up == 0);

    private string Words => IsNothingTold
        ? NeighbourText.Join(IsRefused ? $"whether they are up is {Refusal}" : "in progress, or stuck", Extent)
        : NeighbourText.Join(
            $"{CountText.Format(_ended)} ended, says Telnyx",
            _up > 0 ? $"{CountText.Format(_up)} up" : null,
            _told.Count - _ended - _up is > 0 and var others ? $"{CountText.Format(others)} not known" : null,
            _told.Count < Questions.Count ? $"{CountText.Format(Questions.Count - _told.Count)} not asked" : null,
            Extent);

    // A session that the list does not have whole is read when its row comes into view.
    private string? Extent => LookedAt < Sessions ? $"{CountText.Format(LookedAt)} of {CountText.Format(Sessions, "session")} looked at, the others as they come into view" : null;

    private string Numbers(OpenCall call) => $"{Number("from", call.From)} → {Number("to", call.To)}";

    private string Number(string field, string? number) => number is null ? "unknown" : PhoneText.International(Privacy.IsOn ? Privacy.Value(field, number, Neighbours!.Key) : number);

    protected override IEnumerable<ResourceRequest> FindQuestions() => Open.Select(Question);

    protected override void Tell()
    {
        var known = Open.Select(call => (Call: call, Answer: Known(Question(call)))).ToList();
        // Stuck calls first: they are what was looked for.
        _told = [.. known.Where(pair => pair.Answer is not null).Select(pair => (pair.Call, pair.Answer!)).OrderBy(pair => CallStateText.IsOver(pair.Item2) ? 0 : 1)];
        _ended = _told.Count(pair => CallStateText.IsOver(pair.Answer));
        _up = _told.Count(pair => IsUp(pair.Answer));
        List<ResourceRequest> rest = [.. known.Where(pair => pair.Answer is null or { State: NeighbourState.RateLimited }).Select(pair => Question(pair.Call))];
        _isForRest = rest.Count > 0;
        // What has ended stays so; what was up is worth another look.
        _next = [.. (_isForRest ? rest : _told.Where(pair => !CallStateText.IsOver(pair.Answer)).Select(pair => Question(pair.Call))).Take(MostAtOnce)];
    }

    protected override Task WriteAuditAsync(ResourceRequest question) =>
        Open.FirstOrDefault(call => Question(call) == question) is { } call ? Audit.CallAskedAsync(call.SessionId ?? call.LegId) : Task.CompletedTask;

    private static ResourceRequest Question(OpenCall call) => Calls.OfCall(call.CallControlId);

    // The same of all of them.
    private string Said(NeighbourAnswer answer) => CallStateText.IsOver(answer) && CallStateText.Call(answer) is null ? "over for more than ten minutes; when it ended is not said" : CallStateText.Words(answer, SessionExtent.Whole, Instants);

    // That a call is forgotten is an answer too.
    private static NeighbourState StateFrom(NeighbourAnswer answer) => CallStateText.IsOver(answer) ? NeighbourState.Answered : answer.State;

    private static bool IsUp(NeighbourAnswer answer) => !CallStateText.IsOver(answer) && CallStateText.Call(answer)?.IsAlive is true;

    private static string Verdict(NeighbourAnswer answer) => CallStateText.IsOver(answer) ? "ended" : IsUp(answer) ? "up" : "not known";

    private static string? VerdictClass(NeighbourAnswer answer) => CallStateText.IsOver(answer) ? "warn" : IsUp(answer) ? "ok" : null;
}
