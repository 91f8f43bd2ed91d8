using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>An exact query that a searched text is likely to mean. Telnyx answers it from all of its events, where a search looks through them one by one.</summary>
/// <param name="Filter">The parameter of the link.</param>
/// <param name="Value">Its value.</param>
/// <param name="Label">The filter, as people name it.</param>
/// <param name="Shown">The value, as people read it.</param>
/// <param name="Query">What is shown once the offer is taken.</param>
public sealed record SearchOffer(string Filter, string Value, string Label, string Shown, CallEventQuery Query)
{
    private const string HangUp = "call.hangup";
    private const int MostNames = 3;

    /// <summary>The offers for a text, the likeliest first; none where a search is all that can be done.</summary>
    public static IReadOnlyList<SearchOffer> Find(CallEventQuery query, string text)
    {
        var bare = query with { Search = null, Event = null };
        if (UuidText.Parse(text) is { } id)
            return [Exact(bare, FilterCatalogue.ApplicationSessionId, id), Exact(bare, FilterCatalogue.LegId, id)];
        if (NumberText.Find(text) is { } number)
            return [.. new[] { FilterCatalogue.Party, FilterCatalogue.From, FilterCatalogue.To }.Select(party => Exact(bare, party, number, NumberText.Show(number)))];
        return [.. Words(bare, text), .. Cause(bare, text), .. Names(bare, text)];
    }

    private static SearchOffer Exact(CallEventQuery query, FilterParameter parameter, string value, string? shown = null) =>
        new(parameter.Name, value, parameter.Label, shown ?? value, parameter.With(query, value));

    private static IEnumerable<SearchOffer> Words(CallEventQuery query, string text) =>
        from filter in QuickFilter.All
        where filter.Label.Equals(text, StringComparison.OrdinalIgnoreCase)
        select new SearchOffer(FilterCatalogue.Failed.Name, "true", "Show", filter.Label, filter.With(query));

    private static IEnumerable<SearchOffer> Names(CallEventQuery query, string text) =>
        EventCatalogue.All.Select(entry => entry.Name)
            .Where(name => name == text || name.EndsWith($".{text}", StringComparison.Ordinal))
            .OrderByDescending(name => name == text)
            .Take(MostNames)
            .Select(name => Exact(query, FilterCatalogue.EventName, name));

    // Telnyx has no filter for the cause; it is found sooner where only hang-ups are read.
    private static IEnumerable<SearchOffer> Cause(CallEventQuery query, string text) =>
        text.ToLowerInvariant().Replace(' ', '_') is var cause && HangupCauses.All.Contains(cause)
            ? [new(FilterCatalogue.EventName.Name, HangUp, "Hang-ups with", cause, query with { Name = HangUp, Search = cause })]
            : [];
}
