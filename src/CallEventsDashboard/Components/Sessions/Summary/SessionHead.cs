using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Summary;

/// <summary>The head of a session in words.</summary>
internal sealed record SessionHead
{
    private const string Unknown = "not known";

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>Direction and product: <c>inbound · Call Control</c>.</summary>
    public required string Kind { get; init; }

    public required string DurationLabel { get; init; }

    public required string Duration { get; init; }

    /// <summary>The time of the line by phase: <c>ringing 3.2 s · talk 1 min 41 s</c>; null where it did nothing that is known.</summary>
    public string? Line { get; init; }

    public int Webhooks { get; init; }

    /// <summary>Webhooks that no attempt delivered.</summary>
    public int Failed { get; init; }

    public required string Attempts { get; init; }

    /// <summary><c>2 legs · 24 events</c></summary>
    public required string Size { get; init; }

    public static SessionHead Create(CallSession session)
    {
        var main = session.Legs.FirstOrDefault(leg => leg.Direction == LegDirection.Incoming) ?? session.Lanes.FirstOrDefault();
        var webhooks = session.Marks.Where(mark => mark.IsWebhook).ToList();
        var attempts = webhooks.Sum(mark => mark.Attempts.Count);
        var addresses = webhooks.SelectMany(mark => mark.Attempts).Select(attempt => attempt.DeliveredTo).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var seen = session.LastSeen - session.Start;
        return new SessionHead
        {
            From = Number(main?.From ?? session.Marks.Select(mark => mark.Event.From).FirstOrDefault(number => number is not null)),
            To = Number(main?.To ?? session.Marks.Select(mark => mark.Event.To).FirstOrDefault(number => number is not null)),
            Kind = string.Join(" · ", new[] { DirectionOf(main), Products(session) }.Where(part => part.Length > 0)),
            DurationLabel = session.Timings.Total is not null ? "Duration" : session.Age is not null ? "In progress for" : session.Legs.Count > 0 ? "Seen for (end not seen)" : "From the first event to the last",
            Duration = (session.Timings.Total ?? session.Age ?? seen) is { } length ? DurationText.Format(length) : Unknown,
            Line = LineOf(session.Timings),
            Webhooks = webhooks.Count,
            Failed = webhooks.Count(mark => mark.IsFailed),
            Attempts = $"{CountText.Format(attempts, "attempt")}{(addresses > 0 ? $" to {CountText.Format(addresses, "address", "addresses")}" : "")}",
            Size = $"{CountText.Format(session.Legs.Count, "leg")} · {CountText.Format(session.EventCount, "event")}",
        };
    }

    private static string Number(string? number) => string.IsNullOrEmpty(number) ? Unknown : PhoneText.International(VisibleText.Line(number, 80));

    private static string DirectionOf(Leg? main) => main?.Direction switch
    {
        LegDirection.Incoming => "inbound",
        LegDirection.Outgoing => "outbound",
        _ => main is { LegId.Length: > 0 } ? "direction not known" : "",
    };

    private static string Products(CallSession session) => string.Join(", ", session.Marks.Select(mark => mark.Event.Product).OfType<string>()
        .Where(product => product.Length > 0).Distinct(StringComparer.Ordinal).Take(3).Select(product => FilterCatalogue.Product.TextOf(VisibleText.Line(product, 40))));

    private static string? LineOf(SessionTimings timings)
    {
        var parts = new[] { ("ringing", timings.Ringing), ("talk", timings.Talk), ("hold", timings.Hold) }
            .Where(part => part.Item2 > TimeSpan.Zero).Select(part => $"{part.Item1} {DurationText.Format(part.Item2)}").ToList();
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
