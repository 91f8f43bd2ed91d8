namespace CallEventsDashboard.Sessions;

/// <summary>
/// Finds the webhook that each command answers: the last one of its leg that asks for something and that no command has answered; where there is none, and
/// for a command that joins legs, the last one of the session. No record names what prompted a command.
/// </summary>
internal static class ResponseTimeReader
{
    /// <summary>A command that comes later than this was not an answer to the webhook: something else, or somebody, made the application act.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly string[] Joining = ["bridge", "join", "leave.queue"];

    /// <summary>A webhook that only reports that a thing began, or facts about it afterwards, asks for no answer.</summary>
    private static readonly string[] Reporting = [".started", ".saved", ".cost", ".generated"];

    /// <param name="lanes">The legs, and the lane of events without one.</param>
    public static IEnumerable<ResponseTime> Read(IReadOnlyList<Leg> lanes)
    {
        var unanswered = new Dictionary<string, (Mark Webhook, DateTimeOffset At)>(StringComparer.Ordinal);
        foreach (var (legId, mark, at) in lanes.SelectMany(Steps).OrderBy(step => step.At).ThenBy(step => step.Mark.Order))
        {
            if (mark.IsWebhook)
            {
                unanswered[legId] = (mark, at);
                continue;
            }

            if (mark.Key == EventKeys.Fetch)
            {
                // The fetched instructions are the answer, and the steps that Telnyx then takes are no commands of the application.
                unanswered.Remove(legId);
                continue;
            }

            var isOfLeg = unanswered.ContainsKey(legId) && !Joining.Contains(mark.Key, StringComparer.Ordinal);
            if (unanswered.Count > 0)
            {
                var (answeredLegId, (webhook, arrived)) = isOfLeg ? KeyValuePair.Create(legId, unanswered[legId]) : unanswered.MaxBy(other => (other.Value.At, other.Value.Webhook.Order));
                unanswered.Remove(answeredLegId);
                if (at - arrived <= Longest)
                    yield return new ResponseTime(legId, webhook, mark, at - arrived);
            }

            unanswered.Remove(legId);
        }
    }

    private static IEnumerable<(string LegId, Mark Mark, DateTimeOffset At)> Steps(Leg leg)
    {
        foreach (var mark in leg.Marks)
        {
            if (mark.At is { } sent && (mark.IsCommand || mark.Key == EventKeys.Fetch))
                yield return (leg.LegId, mark, sent);
            else if (mark.IsWebhook && Asks(leg, mark) && ArrivedAt(mark) is { } arrived)
                yield return (leg.LegId, mark, arrived);
        }
    }

    /// <summary>Whether a webhook asks the application for something, and does not only report.</summary>
    internal static bool Asks(Leg leg, Mark webhook) =>
        !Array.Exists(Reporting, ending => webhook.Key.EndsWith(ending, StringComparison.Ordinal))
        && (webhook.Key != EventKeys.Initiated || leg.Direction == LegDirection.Incoming || leg.LegId.Length == 0);

    /// <summary>The time of the first attempt that was delivered; null when none was.</summary>
    internal static DateTimeOffset? ArrivedAt(Mark webhook) => webhook.Attempts.FirstOrDefault(attempt => attempt.Failed != true)?.OccurredAt;
}
