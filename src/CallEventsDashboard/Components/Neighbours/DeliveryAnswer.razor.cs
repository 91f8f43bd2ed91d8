using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>An answer of Telnyx's log of deliveries about one webhook.</summary>
public sealed partial class DeliveryAnswer
{
    private IReadOnlyList<WebhookDelivery> _deliveries = [];

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required NeighbourAnswer Answer { get; set; }

    /// <summary>The webhook that was asked for: the log is searched by text, and may have found others with it.</summary>
    [Parameter, EditorRequired] public required string? EventId { get; set; }

    [Parameter] public bool IsMasked { get; set; }

    /// <summary>Whether it says where it is from, and that it may not be all.</summary>
    [Parameter] public bool SaysWhere { get; set; } = true;

    private string? More => NeighbourText.More([Answer], WebhookDeliveries.Rows);

    protected override void OnParametersSet() =>
        _deliveries = Find(IsMasked ? Answer.Records.Select(record => Privacy.Masked(record, Neighbours!.Key)) : Answer.Records, EventId);

    /// <summary>The deliveries of one webhook among the records of an answer, the oldest first.</summary>
    internal static List<WebhookDelivery> Find(IEnumerable<ReadOnlyMemory<byte>> records, string? eventId) =>
    [
        .. records.Select(WebhookDelivery.Read)
            .Where(delivery => string.Equals(delivery.EventId, eventId, StringComparison.OrdinalIgnoreCase))
            .OrderBy(delivery => delivery.StartedAt),
    ];

    // A connection has one address besides that of its webhooks.
    private static bool IsElsewhere(WebhookDelivery delivery, DeliveryAttempt attempt) =>
        delivery.Attempts[0].Url is { } first && attempt.Url is { } url && !url.Equals(first, StringComparison.Ordinal);
}
