using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>One point of a timeline: a command, a step, or a webhook with all attempts to deliver it.</summary>
public sealed record Mark
{
    /// <summary>The record; of a webhook, that of the first attempt.</summary>
    public required CallEvent Event { get; init; }

    /// <summary>Every record of the mark, by the number of the attempt; at least one.</summary>
    public required IReadOnlyList<CallEvent> Attempts { get; init; }

    public required MarkKind Kind { get; init; }

    /// <summary>The name in the one form in which spellings are compared: <c>call.hangup</c> for the event in any spelling, <c>record.start</c> for the command.</summary>
    public required string Key { get; init; }

    /// <summary>The place among all marks of the session, from 0, by time.</summary>
    public required int Order { get; init; }

    public string Name => Event.Name;

    public string Fingerprint => Event.Fingerprint;

    /// <summary>Null when the record has no time that can be read: such a mark is last on its lane and bounds no phase.</summary>
    public DateTimeOffset? At => Event.OccurredAt;

    public int FailedAttempts => Attempts.Count(attempt => attempt.Failed == true);

    /// <summary>Whether the numbers of its attempts show that others, which were not seen, came before them.</summary>
    public bool LacksAttempts => Attempts.Select(attempt => attempt.Attempt).OfType<int>().Distinct().ToList() is { Count: > 0 } numbers && numbers.Max() > numbers.Count;

    /// <summary>A command that Telnyx refused, or a webhook of which every attempt failed.</summary>
    public bool IsFailed => IsRefused || FailedAttempts == Attempts.Count;

    /// <summary>Whether it is a command that Telnyx refused: it brought nothing about.</summary>
    public bool IsRefused => IsCommand && Event.IsRefused;

    public bool IsCommand => Kind == MarkKind.Command;

    public bool IsWebhook => Kind == MarkKind.Webhook;
}
