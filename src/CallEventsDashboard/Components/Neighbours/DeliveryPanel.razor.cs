using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What became of the attempts to deliver one webhook, by Telnyx's own log of deliveries: one request, on a click.</summary>
public sealed partial class DeliveryPanel
{
    [Parameter, EditorRequired] public required CallEvent Event { get; set; }

    /// <summary>Whether <see cref="Event"/> is masked.</summary>
    [Parameter] public bool IsMasked { get; set; }

    protected override string Endpoint => WebhookDeliveries.Endpoint;

    protected override string Purpose => DeliveryQuestion.Purpose;

    protected override IEnumerable<ResourceRequest> FindQuestions() => DeliveryQuestion.Of(Event) is { } request ? [request] : [];

    protected override void Tell()
    {
    }

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.DeliveriesAskedAsync(Event.Fingerprint);
}
