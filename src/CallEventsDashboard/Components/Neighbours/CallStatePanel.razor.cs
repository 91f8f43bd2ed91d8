using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Whether a call is up whose hang-up the log does not have: one request, on a click.</summary>
public sealed partial class CallStatePanel
{
    private ResourceRequest? _request;
    private Leg? _leg;
    private NeighbourAnswer? _answer;
    private LiveCall? _call;
    private bool _isAsking;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    private string Offer => _isAsking ? "Asking Telnyx…" : _answer is null ? "Ask Telnyx (1 request)" : "Ask again (1 request)";

    private string? Alive => _call?.IsAlive switch { true => "true", false => "false", null => null };

    private string Words => (_answer, _call) switch
    {
        (null, _) when Neighbours?.IsRefused(Calls.Endpoint) == true => "not permitted with this key",
        (null, _) => $"the log has no hang-up of {View.LegWords(_leg!.LegId)}",
        ({ } answer, { IsAlive: true, StartedAt: { } since }) => $"Up since {Instants.Near(since, answer.At)} ({DurationText.Format(answer.At - since)}), as of {Instants.SecondsWithZone(answer.At)}",
        ({ } answer, { IsAlive: true }) => $"Up, as of {Instants.SecondsWithZone(answer.At)}",
        ({ } answer, { EndedAt: { } end }) => $"Ended at {Instants.Near(end, answer.At)}, says Telnyx; the log has no hang-up of it",
        ({ }, { IsAlive: false }) => "Ended, says Telnyx; the log has no hang-up of it",
        ({ State: NeighbourState.NotPermitted }, _) => "not permitted with this key",
        ({ State: NeighbourState.NotYet } or { Failure.Error: TelnyxError.InvalidRequest }, _) =>
            "Telnyx does not know this call any more: it keeps one for ten minutes after its end. When it ended is not said",
        ({ } answer, _) => NeighbourText.Failure(answer) ?? "Telnyx answered, but does not say whether the call is up",
    };

    /// <summary>The first leg of a session whose hang-up is not there, and the question about it; null where there is none, or its call is not named.</summary>
    internal static (Leg Leg, ResourceRequest Request)? Of(SessionView view)
    {
        foreach (var leg in view.Session.Legs.Where(leg => leg.Hangup is null))
        {
            var id = leg.AllMarks.Select(mark => CallEventBody.Payload(mark.Event).Text("call_control_id")).FirstOrDefault(id => id is not null);
            if (id is { Length: > 0 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-'))
                return (leg, Calls.OfCall(id));
        }

        return null;
    }

    protected override void OnParametersSet()
    {
        var open = Of(View);
        (_leg, _request) = (open?.Leg, open?.Request);
        Read();
    }

    private void Read()
    {
        _answer = _request is null ? null : Neighbours?.Known(_request);
        _call = _answer is { State: NeighbourState.Answered, Records: [var record, ..] } ? LiveCall.Read(record) : null;
    }

    private async Task AskAsync()
    {
        if (Neighbours is not { } neighbours || _request is not { } request)
            return;
        _isAsking = true;
        try
        {
            await Audit.CallAskedAsync(SessionId);
            await neighbours.AskAsync(request, "call", CancellationToken.None);
        }
        finally
        {
            _isAsking = false;
        }

        Read();
    }
}
