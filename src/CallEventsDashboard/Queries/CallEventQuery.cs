namespace CallEventsDashboard.Queries;

/// <summary>Everything that a link says: which events, in which time range, in which order, and which one is selected. Equal queries have equal links.</summary>
public sealed record CallEventQuery
{
    public static CallEventQuery Default { get; } = new();

    /// <summary>What is asked of each filter. The properties below are the values that Telnyx can be asked for: one of each filter at most.</summary>
    public QueryConditions Conditions { get; init; } = QueryConditions.None;

    public string? ApplicationName { get => Conditions.Single(FilterCatalogue.ApplicationName); init => Conditions = Conditions.WithSingle(FilterCatalogue.ApplicationName, value); }

    public string? OutboundVoiceProfileId { get => Conditions.Single(FilterCatalogue.OutboundVoiceProfileId); init => Conditions = Conditions.WithSingle(FilterCatalogue.OutboundVoiceProfileId, value); }

    public string? LegId { get => Conditions.Single(FilterCatalogue.LegId); init => Conditions = Conditions.WithSingle(FilterCatalogue.LegId, value); }

    public string? ApplicationSessionId { get => Conditions.Single(FilterCatalogue.ApplicationSessionId); init => Conditions = Conditions.WithSingle(FilterCatalogue.ApplicationSessionId, value); }

    public string? ConnectionId { get => Conditions.Single(FilterCatalogue.ConnectionId); init => Conditions = Conditions.WithSingle(FilterCatalogue.ConnectionId, value); }

    public string? Product { get => Conditions.Single(FilterCatalogue.Product); init => Conditions = Conditions.WithSingle(FilterCatalogue.Product, value); }

    public bool? Failed
    {
        get => Conditions.Single(FilterCatalogue.Failed) is { } value ? value == "true" : null;
        init => Conditions = Conditions.WithSingle(FilterCatalogue.Failed, value switch { true => "true", false => "false", null => null });
    }

    /// <summary>E.164, or whatever else a record carries: a short code, a name, a SIP URI.</summary>
    public string? From { get => Conditions.Single(FilterCatalogue.From); init => Conditions = Conditions.WithSingle(FilterCatalogue.From, value); }

    /// <summary>E.164, or whatever else a record carries: a short code, a name, a SIP URI.</summary>
    public string? To { get => Conditions.Single(FilterCatalogue.To); init => Conditions = Conditions.WithSingle(FilterCatalogue.To, value); }

    /// <summary>Either of <see cref="From"/> and <see cref="To"/>; <c>party</c> in a link. Telnyx has no such filter: the dashboard asks for both.</summary>
    public string? Party { get => Conditions.Single(FilterCatalogue.Party); init => Conditions = Conditions.WithSingle(FilterCatalogue.Party, value); }

    public string? Name { get => Conditions.Single(FilterCatalogue.EventName); init => Conditions = Conditions.WithSingle(FilterCatalogue.EventName, value); }

    public string? Type { get => Conditions.Single(FilterCatalogue.Type); init => Conditions = Conditions.WithSingle(FilterCatalogue.Type, value); }

    public string? Status { get => Conditions.Single(FilterCatalogue.Status); init => Conditions = Conditions.WithSingle(FilterCatalogue.Status, value); }

    public TimeRange Range { get; init; } = TimeRange.Default;

    public EventOrder Order { get; init; }

    /// <summary>Text searched in the events that were read; <c>q</c> in a link.</summary>
    public string? Search { get; init; }

    /// <summary>Only events that show that a call failed; <c>call_failed</c> in a link. Telnyx has no such filter, so that the dashboard applies it.</summary>
    public bool CallFailed { get; init; }

    /// <summary>Whether only the dashboard can find the events that are meant, so that they can't be counted without being read.</summary>
    public bool IsDashboardsOwn => Search is not null || CallFailed || Party is not null || Conditions.AreFilteredHere;

    /// <summary>Whether it leaves out no event of its range.</summary>
    public bool IsOfAllEvents => List with { Range = TimeRange.Default, Order = default } == Default;

    /// <summary>The fingerprint of the selected event.</summary>
    public string? Event { get; init; }

    /// <summary>The name of the API key that the link was made with; never the key.</summary>
    public string? Key { get; init; }

    /// <summary>The same list, whatever is selected in it and whoever made the link.</summary>
    public CallEventQuery List => this with { Event = null, Key = null };
}
