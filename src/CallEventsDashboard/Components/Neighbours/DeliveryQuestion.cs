using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>The question what became of the attempts to deliver a webhook.</summary>
internal static class DeliveryQuestion
{
    public const string Purpose = "deliveries";

    /// <summary>Null for what is no webhook, and for one whose own id is not known, or hidden.</summary>
    public static ResourceRequest? Of(CallEvent callEvent) =>
        callEvent is { IsWebhook: true, EventId: { } id } && Guid.TryParse(id, out _) ? WebhookDeliveries.OfEvent(id, callEvent.OccurredAt) : null;
}
