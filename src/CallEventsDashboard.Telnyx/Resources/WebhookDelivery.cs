namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>One record of <see cref="WebhookDeliveries"/>. Nothing is required of it: what it lacks is null.</summary>
public sealed record WebhookDelivery
{
    private const int MostAttempts = 50;

    public string? Id { get; init; }

    /// <summary><c>delivered</c> or <c>failed</c>.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The webhook's own id.</summary>
    public string? EventId { get; init; }

    public string? EventType { get; init; }

    /// <summary>The oldest first; the service lists the newest first.</summary>
    public required IReadOnlyList<DeliveryAttempt> Attempts { get; init; }

    public static WebhookDelivery Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        var webhook = json.Field("webhook");
        return new WebhookDelivery
        {
            Id = json.Text("id"),
            Status = json.Text("status"),
            StartedAt = InstantText.Read(json.Field("started_at")),
            FinishedAt = InstantText.Read(json.Field("finished_at")),
            EventId = webhook.Text("id"),
            EventType = webhook.Text("event_type"),
            Attempts = [.. json.Field("attempts").Items().Take(MostAttempts).Select(DeliveryAttempt.Read).Reverse().OrderBy(attempt => attempt.StartedAt ?? DateTimeOffset.MaxValue)],
        };
    }
}
