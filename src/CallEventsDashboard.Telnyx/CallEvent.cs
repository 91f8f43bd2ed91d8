namespace CallEventsDashboard.Telnyx;

/// <summary>One record of <c>GET /v2/call_events</c>: a command that was sent, or one attempt to deliver a webhook.</summary>
/// <remarks>
/// The documented record and the one seen in the field differ in their names; both are read, field by field. Nothing is
/// required of a record: what it lacks is null (or empty, for the two texts that every list shows).
/// </remarks>
public sealed record CallEvent
{
    /// <summary>The event's or command's name as it was sent, such as <c>call.hangup</c>, <c>call_hangup</c> or <c>speak</c>; empty when the record has none.</summary>
    public required string Name { get; init; }

    /// <summary>The record's type as it was sent: <c>command</c>, <c>webhook</c>, <c>call_scripting_webhook</c>, or any other text; empty when missing.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened, to the microsecond, in UTC; null when no field of the record can be read as a time.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The time's source text.</summary>
    public string? OccurredAtText { get; init; }

    public string? LegId { get; init; }

    public string? SessionId { get; init; }

    /// <summary>A decimal text of up to 19 digits; never a number.</summary>
    public string? ConnectionId { get; init; }

    public string? Product { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>The record's own field <c>failed</c>, else what <see cref="DeliveryStatus"/> says, else true of a command that carries errors; null when none of them is there.</summary>
    public bool? Failed { get; init; }

    /// <summary>The errors that the record carries, in its order; most have none.</summary>
    public IReadOnlyList<CallEventError> Errors { get; init; } = [];

    /// <summary>The webhook's delivery as sent: <c>delivered</c> or <c>failed</c>.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>Which attempt to deliver the webhook this is, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>The address that the webhook was sent to.</summary>
    public string? DeliveredTo { get; init; }

    /// <summary>The webhook's own id: the same for all attempts to deliver it.</summary>
    public string? EventId { get; init; }

    /// <summary>
    /// The identity of the record, as the API gives it no id: the time in microseconds since 1970 (0 when unknown), a hyphen and 16 hexadecimal
    /// digits. Made from the webhook's id and attempt where both are there, else from leg, session, time, name, type, canonical body and what is known
    /// of the attempt; of a record that can't be read whole, from its text.
    /// Equal records have equal fingerprints; the list distinguishes twins.
    /// </summary>
    public required string Fingerprint { get; init; }

    /// <summary>The record as it was received, in UTF-8 JSON; in a record that the client fetched, what was no Unicode text is U+FFFD.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Why the record could not be read whole, if so; <see cref="Raw"/> is then any text, or empty where nothing was received.</summary>
    public RecordFlaw Flaw { get; init; }

    /// <summary>The place of a record without a time in a list: the time of its neighbour there. Null for one that has a time, and outside a list.</summary>
    public DateTimeOffset? StandsAt { get; init; }

    /// <summary>Whether the record is a webhook of any kind: its type ends in <c>webhook</c>.</summary>
    public bool IsWebhook => Type.EndsWith("webhook", StringComparison.OrdinalIgnoreCase);

    public bool IsCommand => Type.Equals("command", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the record is a command that Telnyx refused: it failed, or carries errors.</summary>
    public bool IsRefused => IsCommand && (Failed is true || Errors.Count > 0) && !EventCatalogue.IsOwnStep(Name);
}
