using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Insights;

/// <summary>The lists behind the numbers: the very events, in a range that does not move.</summary>
/// <param name="query">The list whose measures are shown, with the name of its key.</param>
internal sealed class InsightLinks(InsightStatus status, CallEventQuery query)
{
    /// <summary>The events of a measure; null where they were not counted.</summary>
    public string? Of(Measure measure) => status.Counts[measure] is { Count: not null, Events: { } events } ? Address(events) : null;

    /// <summary>The events of several measures that differ in their name: of the only one that has any, else a list of both names.</summary>
    public string? OfAll(IReadOnlyList<Measure> measures)
    {
        var counted = measures.Where(measure => status.Counts[measure] is { Count: not null, Events: not null }).ToList();
        if (counted.Where(measure => status.Counts[measure].Count > 0).ToList() is { Count: > 0 } filled)
            counted = filled;
        if (counted.Count < 2)
            return counted.Count == 0 ? null : Of(counted[0]);
        var last = counted.MaxBy(measure => status.Counts[measure].At)!;
        return Address(WithNames(status.Counts[last].Events!, counted.Select(measure => measure.In(query)!.Name!)));
    }

    /// <summary>Hang-ups of one cause that were read.</summary>
    /// <param name="connectionIds">The connections that they are of; none where they are of any. One that is empty can't be looked for.</param>
    /// <returns>Null where no query finds these and no others.</returns>
    public string? OfHangups(IReadOnlyList<HangupCount> counts, IReadOnlyList<string> connectionIds)
    {
        if (Hangups() is not { } list || status.HangupsRead is not { At: { } at } || counts.Count == 0 || connectionIds.Contains("", StringComparer.Ordinal))
            return null;
        var connections = new FilterCondition(FilterCatalogue.ConnectionId, connectionIds, []);
        var found = WithNames(At(list, at), counts.Select(count => count.EventName));
        if (!connections.IsEmpty)
            found = found with { Conditions = found.Conditions.With(connections) };
        var (cause, isFailure) = (counts[0].Cause, counts[0].IsFailure);
        var isAmbiguous = !isFailure && status.Hangups.Any(other => other.Cause == cause && other.IsFailure);
        var search = counts.Select(count => count.Search).Distinct(StringComparer.Ordinal).ToList();
        return isAmbiguous || connections.IsTooLong || search is not [{ } text] ? null : Address(found with { Search = text, CallFailed = isFailure });
    }

    /// <summary>Failed webhooks that were read.</summary>
    public string? Of(TalliedValue value)
    {
        if (status.Counts[Measure.FailedWebhooks].Events is not { } list || status.FailedWebhooksRead is not { At: { } at } || value.Value is null)
            return null;
        var found = At(list, at);
        return value.Filter is { } filter ? FilterValue.Read(filter, value.Value).Value is { } plain ? Address(filter.Only(found, plain)) : null
            : value.Search is { } search ? Address(found with { Search = search }) : null;
    }

    private CallEventQuery? Hangups() => status.Counts[Measure.Ended].Events ?? status.Counts[Measure.TexmlEnded].Events;

    private static CallEventQuery WithNames(CallEventQuery list, IEnumerable<string> names) =>
        list with { Conditions = list.Conditions.With(new FilterCondition(FilterCatalogue.EventName, names, [])) };

    // What was read later than it was counted is the list until then.
    private static CallEventQuery At(CallEventQuery list, DateTimeOffset at) =>
        list.Range is { Exactly: null, Upper: { } upper } && upper.At < at && upper.Comparison is TimeComparison.AtOrBefore
            ? list with { Range = list.Range with { Upper = new TimeBound(TimeComparison.AtOrBefore, new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), at.Offset)) } }
            : list;

    private string Address(CallEventQuery list) => DashboardUrls.Events(list with { Order = query.Order, Key = query.Key });
}
