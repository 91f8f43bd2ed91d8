using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/webhook_deliveries</c>: what became of each attempt to deliver a webhook, as Telnyx's own log has it. That log comes late and has gaps.</summary>
/// <remarks>Source: the public contract of <c>ListWebhookDeliveries</c>. That <c>contains</c> looks through the webhook's JSON, its id included, is inferred.</remarks>
public static class WebhookDeliveries
{
    public const string Endpoint = "webhook_deliveries";

    /// <summary>The most deliveries that one answer has.</summary>
    public const int Rows = 20;

    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan After = TimeSpan.FromHours(1);

    /// <summary>The deliveries of one webhook. Others may come with them: keep those whose <see cref="WebhookDelivery.EventId"/> is the one asked for.</summary>
    /// <param name="eventId">The webhook's own id.</param>
    /// <param name="at">When the event happened; null where that is not known.</param>
    public static ResourceRequest OfEvent(string eventId, DateTimeOffset? at) => new(Endpoint, Endpoint, ResourceRequest.Write(
        ("filter[webhook][contains]", eventId),
        ("filter[started_at][gte]", at is { } from ? InstantText.Format(from - Before) : null),
        ("filter[started_at][lte]", at is { } to ? InstantText.Format(to + After) : null),
        ("page[number]", "1"),
        ("page[size]", Rows.ToString(CultureInfo.InvariantCulture))));
}
