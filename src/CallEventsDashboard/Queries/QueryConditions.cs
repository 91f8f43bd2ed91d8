namespace CallEventsDashboard.Queries;

/// <summary>What a query asks of each filter. Equal conditions are equal, whatever the order in which they were set.</summary>
public sealed class QueryConditions : IEquatable<QueryConditions>
{
    private readonly FilterCondition[] _set;

    private QueryConditions(FilterCondition[] set) => _set = set;

    public static QueryConditions None { get; } = new([]);

    /// <summary>Those that ask for anything, in the order of a link.</summary>
    public IReadOnlyList<FilterCondition> All => _set;

    /// <summary>Whether the dashboard has to check each event for one of them.</summary>
    public bool AreFilteredHere => Array.Exists(_set, condition => condition.IsFilteredHere);

    /// <summary>The names in a link of what the dashboard has to check each event for.</summary>
    public IEnumerable<string> FilteredHere =>
    [
        .. _set.Where(condition => condition.AnyOf.Count > 1).Select(condition => condition.Parameter.Name),
        .. _set.Where(condition => condition.NoneOf.Count > 0).Select(condition => condition.Parameter.ExcludedName),
    ];

    /// <summary>That of a filter, which may be empty.</summary>
    public FilterCondition For(FilterParameter parameter) => Array.Find(_set, condition => condition.Parameter == parameter) ?? new FilterCondition(parameter, [], []);

    /// <summary>The one value that is wanted of a filter; null for none or several.</summary>
    public string? Single(FilterParameter parameter) => Array.Find(_set, condition => condition.Parameter == parameter)?.Single;

    /// <summary>These with another one in the place of that of its filter.</summary>
    public QueryConditions With(FilterCondition condition)
    {
        var others = _set.Where(other => other.Parameter != condition.Parameter);
        return new([.. (condition.IsEmpty ? others : others.Append(condition)).OrderBy(each => FilterCatalogue.PlaceOf(each.Parameter))]);
    }

    /// <summary>These with one value wanted of a filter, or any where it is null. What is excluded stays so, where a wanted value does not exclude it anyway.</summary>
    public QueryConditions WithSingle(FilterParameter parameter, string? value) =>
        With(string.IsNullOrEmpty(value) ? new(parameter, [], For(parameter).NoneOf) : new(parameter, [value], parameter.MatchesParts ? For(parameter).NoneOf : []));

    /// <summary>These with a value wanted beside those that are; null where a filter takes no more.</summary>
    public QueryConditions? Including(FilterParameter parameter, string value)
    {
        var before = For(parameter);
        return IfTaken(new(parameter, before.AnyOf.Append(value), parameter.MatchesParts ? before.NoneOf.Where(other => other != value) : []));
    }

    /// <summary>These with a value excluded, or no longer wanted where others are; null where a filter takes no more.</summary>
    public QueryConditions? Excluding(FilterParameter parameter, string value)
    {
        var before = For(parameter);
        var others = before.AnyOf.Where(other => other != value).ToList();
        var isExcludedAnyway = !parameter.MatchesParts && others.Count > 0;
        return IfTaken(new(parameter, others, isExcludedAnyway ? before.NoneOf : before.NoneOf.Append(value)));
    }

    /// <summary>These with a value neither wanted nor excluded.</summary>
    public QueryConditions Forgetting(FilterParameter parameter, string value)
    {
        var before = For(parameter);
        return With(new(parameter, before.AnyOf.Where(other => other != value), before.NoneOf.Where(other => other != value)));
    }

    private QueryConditions? IfTaken(FilterCondition condition) => condition.IsTooLong ? null : With(condition);

    public bool Equals(QueryConditions? other) => other is not null && _set.AsSpan().SequenceEqual(other._set);

    public override bool Equals(object? obj) => Equals(obj as QueryConditions);

    public override int GetHashCode() => _set.Aggregate(_set.Length, HashCode.Combine);

    public override string ToString() => string.Join(", ", _set.Select(condition => condition.Parameter.Name));
}
