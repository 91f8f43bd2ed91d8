using System.Globalization;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>How the attempts to deliver one webhook fared. Each is an event of its own, for Telnyx and in its counts.</summary>
internal static class AttemptText
{
    // Telnyx tries again within seconds; a row further away than this is looked for in the session.
    private const int Nearby = 40;

    /// <summary><c>failed → delivered</c>: what the attempts came to, each said once as long as it stays the same.</summary>
    /// <param name="attempts">By their numbers.</param>
    public static string Chain(IEnumerable<CallEvent> attempts)
    {
        var words = new List<string>();
        foreach (var attempt in attempts)
        {
            var word = Word(attempt);
            if (words.Count == 0 || words[^1] != word)
                words.Add(word);
        }

        return string.Join(" → ", words);
    }

    /// <summary><c>attempt 2 of 2: failed → delivered</c>, where the other attempts stand loaded near to this one.</summary>
    /// <param name="see">Masks an event where numbers and texts are masked: a status is a text of the record.</param>
    /// <returns>Null where the row is no attempt of several, or none of the others is near.</returns>
    public static string? Near(CallEventFeed feed, int index, CallEvent row, Func<CallEvent, CallEvent> see)
    {
        if (row is not { EventId: { } id } || !row.IsWebhook || row is not ({ Failed: true } or { Attempt: > 1 }))
            return null;
        var near = Enumerable.Range(Math.Max(0, index - Nearby), Nearby * 2).Select(feed.Row).OfType<CallEvent>()
            .Where(other => other.EventId == id && string.Equals(other.LegId, row.LegId, StringComparison.OrdinalIgnoreCase))
            .OrderBy(other => other.Attempt ?? 1).ToList();
        var all = Math.Max(near.Count, near.Max(other => other.Attempt) ?? 0);
        return near.Count < 2 ? null : string.Create(CultureInfo.InvariantCulture, $"attempt {row.Attempt ?? 1} of {all}: {Chain(near.Select(see))}");
    }

    private static string Word(CallEvent attempt) => attempt.Failed is true ? "failed" : attempt.DeliveryStatus is { Length: > 0 } status ? VisibleText.Cell(status) : attempt.Failed is false ? "delivered" : "not known";
}
