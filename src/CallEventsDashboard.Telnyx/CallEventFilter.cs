namespace CallEventsDashboard.Telnyx;

/// <summary>Every filter of the endpoint, as it goes on the wire. Null means that the filter is not sent.</summary>
/// <remarks>Source: the published contract of <c>ListCallEvents</c>. The service ignores a filter that it does not know, without an error.</remarks>
public sealed record CallEventFilter
{
    /// <summary>How far back the service lists events when neither a leg nor a session is named.</summary>
    public static TimeSpan Horizon { get; } = TimeSpan.FromHours(24);

    public static CallEventFilter None { get; } = new();

    /// <summary><c>filter[application_name][contains]</c>: 3 characters or more, case does not matter. Borrowed from another endpoint; may be ignored.</summary>
    public string? ApplicationName { get; init; }

    /// <summary><c>filter[outbound.outbound_voice_profile_id]</c>. Borrowed from another endpoint; may be ignored.</summary>
    public string? OutboundVoiceProfileId { get; init; }

    /// <summary><c>filter[leg_id]</c>; lifts the 24-hour limit.</summary>
    public string? LegId { get; init; }

    /// <summary><c>filter[application_session_id]</c>; lifts the 24-hour limit.</summary>
    public string? ApplicationSessionId { get; init; }

    public string? ConnectionId { get; init; }

    public string? Product { get; init; }

    public bool? Failed { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    /// <summary><c>filter[status]</c>. Borrowed from another endpoint; may be ignored.</summary>
    public string? Status { get; init; }

    /// <summary>The one time bound that a request may carry.</summary>
    public TimeBound? OccurredAt { get; init; }

    /// <summary>Each filter by its name on the wire, with its value; null or empty is not sent.</summary>
    internal IEnumerable<(string Name, string? Value)> Terms() =>
    [
        ("filter[application_name][contains]", ApplicationName),
        ("filter[outbound.outbound_voice_profile_id]", OutboundVoiceProfileId),
        ("filter[leg_id]", LegId),
        ("filter[application_session_id]", ApplicationSessionId),
        ("filter[connection_id]", ConnectionId),
        ("filter[product]", Product),
        ("filter[failed]", Failed switch { true => "true", false => "false", null => null }),
        ("filter[from]", From),
        ("filter[to]", To),
        ("filter[name]", Name),
        ("filter[type]", Type),
        ("filter[status]", Status),
    ];
}
