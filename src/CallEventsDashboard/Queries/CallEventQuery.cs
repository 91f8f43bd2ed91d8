namespace CallEventsDashboard.Queries;

/// <summary>Everything that a link says: which events, in which time range, in which order, and which one is selected. Equal queries have equal links.</summary>
public sealed record CallEventQuery
{
    public static CallEventQuery Default { get; } = new();

    public string? ApplicationName { get; init; }

    public string? OutboundVoiceProfileId { get; init; }

    public string? LegId { get; init; }

    public string? ApplicationSessionId { get; init; }

    public string? ConnectionId { get; init; }

    public string? Product { get; init; }

    public bool? Failed { get; init; }

    /// <summary>E.164, or whatever else a record carries: a short code, a name, a SIP URI.</summary>
    public string? From { get; init; }

    /// <summary>E.164, or whatever else a record carries: a short code, a name, a SIP URI.</summary>
    public string? To { get; init; }

    /// <summary>Either of <see cref="From"/> and <see cref="To"/>; <c>party</c> in a link. Telnyx has no such filter: the dashboard asks for both.</summary>
    public string? Party { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public TimeRange Range { get; init; } = TimeRange.Default;

    public EventOrder Order { get; init; }

    /// <summary>Text searched in the events that were read; <c>q</c> in a link.</summary>
    public string? Search { get; init; }

    /// <summary>Only events that show that a call failed; <c>call_failed</c> in a link. Telnyx has no such filter, so that the dashboard applies it.</summary>
    public bool CallFailed { get; init; }

    /// <summary>Whether only the dashboard can find the events that are meant, so that they can't be counted without being read.</summary>
    public bool IsDashboardsOwn => Search is not null || CallFailed || Party is not null;

    /// <summary>Whether it leaves out no event of its range.</summary>
    public bool IsOfAllEvents => List with { Range = TimeRange.Default, Order = default } == Default;

    /// <summary>The fingerprint of the selected event.</summary>
    public string? Event { get; init; }

    /// <summary>The name of the API key that the link was made with; never the key.</summary>
    public string? Key { get; init; }

    /// <summary>The same list, whatever is selected in it and whoever made the link.</summary>
    public CallEventQuery List => this with { Event = null, Key = null };
}
