using CallEventsDashboard.Components.Filters;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Values;

/// <summary>The values of one filter that the panel offers, with their numbers. Used on the page's own turn only.</summary>
public sealed class ValueGroup(FilterParameter parameter, string title) : IDisposable
{
    /// <summary>How many values are counted at first, and how many more at each asking.</summary>
    public const int Step = 8;

    private const int Few = 5;

    private static readonly string[] KnownNames = [.. EventCatalogue.All.Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];

    private readonly List<string> _offered = [];
    private readonly List<string> _values = [];
    private ValueTally? _tally;
    private CallEventQuery? _countedFor;

    public FilterParameter Parameter => parameter;

    public string Title => title;

    public MenuCounts Counts { get; } = new();

    /// <summary>The values that are shown.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>How many more could be counted.</summary>
    public int Hidden => _offered.Count - _values.Count;

    /// <summary>The requests that its numbers take at most; 0 where they are known without any.</summary>
    public int Requests => IsKnownWhole ? 0 : _values.Count + 1 + (parameter.NoSuchValue is null ? 0 : 1);

    /// <summary>Whether all events of the list are in memory, so that its numbers take no request.</summary>
    public bool IsKnownWhole => _tally is { IsWhole: true };

    /// <summary>The number of a value; null while it is not counted, and where it can't be.</summary>
    public int? CountOf(string value) => IsKnownWhole ? _tally!.Counts.GetValueOrDefault(value) : Counts.Of(value);

    public bool IsAwaited(string value) => !IsKnownWhole && Counts.IsAwaited(value);

    /// <summary>The events at no value that is shown; null while not all is counted.</summary>
    public int? Others =>
        IsKnownWhole ? _tally!.Counts.Where(pair => !_values.Contains(pair.Key, StringComparer.Ordinal)).Sum(pair => pair.Value)
        : Counts.Of("") is { } all && _values.TrueForAll(value => CountOf(value) is not null) ? Math.Max(0, all - _values.Sum(value => CountOf(value) ?? 0))
        : null;

    /// <summary>Drops the numbers, unless they are those of a list that differs in this very filter only.</summary>
    public void ClearUnlessOf(CallEventQuery query)
    {
        var counted = parameter.Only(query.List, "") with { Order = default };
        if (counted == _countedFor)
            return;
        (_countedFor, _tally) = (counted, null);
        Counts.Clear();
    }

    /// <summary>Chooses what to show of a list, the likeliest first; what was shown before stays.</summary>
    public void Offer(CallEventFeed feed, CallEventQuery query)
    {
        ClearUnlessOf(query);
        var condition = query.Conditions.For(parameter);
        var tally = feed.Tally(parameter);
        // Of a list that the filter itself narrows, the rows say nothing of its other values.
        _tally = condition.IsEmpty ? tally : null;
        string[] wanted = [.. condition.AnyOf, .. condition.NoneOf];
        string[] seen = [.. tally.Counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
        string[] known = parameter.Kind is FilterKind.EventName && !IsKnownWhole ? KnownNames : [.. parameter.Choices.Select(choice => choice.Value)];
        Add(_offered, [.. wanted, .. seen, .. known]);
        Add(_values, parameter.Choices.Count > 0 ? [.. known, .. wanted] : [.. wanted, .. seen.Take(Step - _values.Count)]);
        // Names that no event was seen to have, where few were seen at all.
        Add(_values, known.Take(Few - _values.Count));
        if (IsKnownWhole)
            Sort();
    }

    /// <summary>Shows more values.</summary>
    public void ShowMore() => Add(_values, [.. _offered.Where(value => !_values.Contains(value, StringComparer.Ordinal)).Take(Step)]);

    /// <summary>Counts the values of the list that was offered last, one by one, with requests to spare.</summary>
    /// <param name="isNew">Whether to count anew what is known of the same events.</param>
    public async Task CountAsync(CallEventFeed feed, bool isNew)
    {
        if (IsKnownWhole || (!isNew && _values.TrueForAll(value => Counts.Of(value) is not null)))
            return;
        await Counts.AskAsync(feed, parameter, ["", .. _values]);
        Sort();
    }

    public void Dispose() => Counts.Dispose();

    private void Sort()
    {
        if (parameter.Choices.Count > 0)
            return;
        var sorted = _values.OrderByDescending(value => CountOf(value) ?? -1).ToList();
        _values.Clear();
        _values.AddRange(sorted);
    }

    private static void Add(List<string> values, IEnumerable<string> others) => values.AddRange(others.Distinct(StringComparer.Ordinal).Where(value => !values.Contains(value, StringComparer.Ordinal)).ToList());
}
