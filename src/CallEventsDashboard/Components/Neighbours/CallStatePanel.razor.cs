using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Whether a call is up whose hang-up the log does not have: one request, on a click.</summary>
public sealed partial class CallStatePanel
{
    private OpenCall? _open;
    private LiveCall? _call;

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    protected override string Endpoint => Calls.Endpoint;

    protected override string Purpose => "call";

    private string Words => Answer is { } answer ? CallStateText.Words(answer, Instants)
        : IsRefused ? "not permitted with this key"
        : $"the log has no hang-up of {View.LegWords(_open?.LegId)}";

    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        _open = OpenCall.Find(View.Session);
        return _open is { } open ? [Calls.OfCall(open.CallControlId)] : [];
    }

    protected override void Tell() => _call = CallStateText.Call(Answer);

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.CallAskedAsync(SessionId);
}
