using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/webhook_deliveries</c>: the attempts behind the webhooks of the log, which come into it some seconds late.</summary>
internal sealed class DeliveriesResource(CallEventList list, TimeProvider time)
{
    public const string Name = "webhook_deliveries";

    private const long Late = 5 * Micros.Second;
    private const int DefaultSize = 20;

    public ResourceReply List(string query, IReadOnlySet<ResourceTrap> traps)
    {
        var (from, to, text, status) = (long.MinValue, long.MaxValue, "", "");
        var page = PageArguments.Default with { Size = DefaultSize };
        var errors = new List<ApiError>();
        foreach (var (name, value) in QueryPairs.Read(query))
        {
            switch (QueryPairs.Path(name))
            {
                case ["filter", "started_at", var bound]:
                    if (bound is not ("gte" or "lte") || !TimeBounds.TryRead(bound, value, new ServiceBounds(), out var bounds))
                        return ResourceReply.Refuse(ApiError.Filter(name));
                    (from, to) = (Math.Max(from, bounds.From), Math.Min(to, bounds.To));
                    break;
                case ["filter", "webhook", "contains"]:
                    text = value;
                    break;
                case ["filter", "status", "eq"] when value is not ("delivered" or "failed"):
                    return ResourceReply.Refuse(ApiError.Choice(name, "delivered", "failed"));
                case ["filter", "status", "eq"]:
                    status = value;
                    break;
                case ["filter", ..]:
                    break;
                default:
                    page = page.With(name, value, errors);
                    break;
            }
        }

        if (errors.Count > 0)
            return ResourceReply.Refuse(errors[0]);
        var webhooks = traps.Contains(ResourceTrap.LostDeliveries) ? [] : Webhooks(from, to)
            .Where(webhook => text.Length == 0 || Texts(webhook.Attempts[0]).Any(own => own.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .Where(webhook => status.Length == 0 || StatusOf(webhook) == status)
            .OrderByDescending(webhook => webhook.StartedAt).ToList();
        return ResourceReply.List(webhooks, page, (json, webhook) => Write(json, webhook, asObjects: traps.Contains(ResourceTrap.ErrorObjects)));
    }

    private List<DeliveredWebhook> Webhooks(long from, long to)
    {
        var until = Math.Min(to, Micros.From(time.GetUtcNow()) - Late);
        return [.. list.Rows(new RowQuery([], from, until, LiftsHorizon: true))
            .Where(row => row.Kind == EventKind.Webhook)
            .GroupBy(row => (row.Leg, row.Name, row.Seed))
            .Select(group => new DeliveredWebhook([.. group.OrderBy(row => row.Attempt)]))];
    }

    private static string StatusOf(DeliveredWebhook webhook) => webhook.Attempts[^1].Failed ? "failed" : "delivered";

    private static IEnumerable<string> Texts(EventRow row) => [EventIdOf(row), row.Name, row.Leg.Id.ToString(), row.Leg.Session.Id.ToString(), row.Leg.From ?? "", row.Leg.To ?? ""];

    private static string EventIdOf(EventRow row) => Ids.Random(row.Details(Purpose.EventId)).ToString();

    private static void Write(Utf8JsonWriter json, DeliveredWebhook webhook, bool asObjects)
    {
        var first = webhook.Attempts[0];
        var attempts = DeliveryTrace.Of(webhook.Attempts);
        json.WriteString("id", Ids.Random(first.Details(Purpose.Delivery)));
        json.WriteString("record_type", "webhook_delivery");
        json.WriteString("status", StatusOf(webhook));
        json.WriteString("user_id", RecordWriter.UserId);
        json.WriteString("started_at", Micros.ToIso(attempts[0].StartedAt));
        json.WriteString("finished_at", Micros.ToIso(attempts[^1].FinishedAt));
        json.WriteStartObject("webhook");
        RecordWriter.WriteEvent(json, first);
        json.WriteEndObject();
        json.WriteStartArray("attempts");
        foreach (var attempt in attempts.Reverse())
            attempt.Write(json, asObjects);
        json.WriteEndArray();
    }

    /// <param name="Attempts">The first one first.</param>
    private sealed record DeliveredWebhook(IReadOnlyList<EventRow> Attempts)
    {
        public long StartedAt => Attempts[0].Time;
    }
}
