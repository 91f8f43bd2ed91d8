using System.Globalization;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Makes marks of records: all attempts to deliver one webhook are one mark.</summary>
internal static class MarkReader
{
    public static List<Mark> Read(IEnumerable<CallEvent> events)
    {
        var named = new List<NamedEvent>();
        foreach (var callEvent in events)
        {
            var (kind, key) = EventName.Parse(callEvent);
            named.Add(new NamedEvent(callEvent, kind, key));
        }

        named.Sort(MarkOrder.Instance);
        return [.. Group(named).Select(ByAttempt).OrderBy(group => group[0], MarkOrder.Instance).Select(ToMark)];
    }

    private static List<List<NamedEvent>> Group(List<NamedEvent> sorted)
    {
        var groups = new List<List<NamedEvent>>();
        var byWebhook = new Dictionary<string, List<NamedEvent>>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in sorted)
        {
            var webhook = WebhookOf(record);
            if (webhook is not null && byWebhook.TryGetValue(webhook, out var group) && !IsAnother(record, group))
            {
                group.Add(record);
                continue;
            }

            groups.Add([record]);
            if (webhook is not null)
                byWebhook[webhook] = groups[^1];
        }

        return groups;
    }

    /// <summary>The key that the attempts at one webhook share; null for a record that can't be attempted twice.</summary>
    private static string? WebhookOf(in NamedEvent record) => record switch
    {
        { Kind: not MarkKind.Webhook } => null,
        { Event.EventId: { } id } => $"{record.Event.LegId}\n{id}",
        { Event: { Attempt: not null, OccurredAt: { } at } } =>
            string.Create(CultureInfo.InvariantCulture, $"{record.Event.LegId}\n{record.Key}\n{at.UtcTicks}"),
        _ => null,
    };

    // Without an id, the number of an attempt that is there already belongs to another webhook of the same instant.
    private static bool IsAnother(NamedEvent record, List<NamedEvent> group) =>
        record.Event.EventId is null && group.Exists(other => other.Event.Attempt == record.Event.Attempt);

    private static List<NamedEvent> ByAttempt(List<NamedEvent> group) =>
        group.Count == 1 ? group : [.. group.OrderBy(record => record.Event.Attempt ?? 1).ThenBy(record => record, MarkOrder.Instance)];

    private static Mark ToMark(List<NamedEvent> group, int order) => new()
    {
        Event = group[0].Event,
        Attempts = [.. group.Select(record => record.Event)],
        Kind = group[0].Kind,
        Key = group[0].Key,
        Order = order,
    };
}
