namespace CallEventsDashboard.Sessions;

internal static class ThinkTimeReader
{
    /// <summary>A command that comes later than this was not an answer to the webhook: something else, or somebody, made the application act.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static IEnumerable<ThinkTime> Read(Leg leg)
    {
        Mark? webhook = null;
        foreach (var mark in leg.Marks.Where(mark => mark.At is not null))
        {
            if (mark.IsWebhook)
            {
                // What only reports that a thing began asks for no answer.
                if (!mark.IsFailed && !mark.Key.EndsWith(".started", StringComparison.Ordinal))
                    webhook = mark;
            }
            else if (mark.IsCommand)
            {
                if (webhook is not null && mark.At - webhook.At is { } elapsed && elapsed <= Longest)
                    yield return new ThinkTime(leg.LegId, webhook, mark, elapsed);
                webhook = null;
            }
        }
    }
}
