using CallEventsDashboard.Auditing;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What became of the attempts to deliver one webhook, by Telnyx's own log of deliveries: one request, on a click.</summary>
public sealed partial class DeliveryPanel
{
    private ResourceRequest? _request;
    private NeighbourAnswer? _answer;
    private bool _isAsking;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required CallEvent Event { get; set; }

    /// <summary>Whether <see cref="Event"/> is masked.</summary>
    [Parameter] public bool IsMasked { get; set; }

    protected override void OnParametersSet()
    {
        _request = DeliveryQuestion.Of(Event) is { } request && Neighbours?.Offers(request.Endpoint) == true ? request : null;
        _answer = _request is null ? null : Neighbours!.Known(_request);
    }

    private async Task AskAsync()
    {
        if (_request is not { } request || Neighbours is not { } neighbours)
            return;
        _isAsking = true;
        try
        {
            await Audit.DeliveriesAskedAsync(Event.Fingerprint);
            await neighbours.AskAsync(request, DeliveryQuestion.Purpose, CancellationToken.None);
        }
        finally
        {
            _isAsking = false;
        }

        // Another event may have been chosen in the meantime.
        OnParametersSet();
    }
}
