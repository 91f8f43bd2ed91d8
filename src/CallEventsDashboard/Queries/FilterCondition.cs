using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>What a query asks of one filter: values of which an event must have one, and values of which it must have none. Equal sets of values are equal.</summary>
public sealed record FilterCondition
{
    /// <summary>How many values either side of a filter takes.</summary>
    public const int MaxValues = 20;

    private readonly string[] _anyOf;
    private readonly string[] _noneOf;

    /// <param name="parameter">The filter.</param>
    /// <param name="anyOf">Values that <see cref="FilterValue.Read"/> gave; none where the filter narrows nothing.</param>
    /// <param name="noneOf">Likewise; one that is asked for as well is not excluded.</param>
    public FilterCondition(FilterParameter parameter, IEnumerable<string> anyOf, IEnumerable<string> noneOf)
    {
        Parameter = parameter;
        _anyOf = Ordered(anyOf);
        _noneOf = Ordered(noneOf.Except(_anyOf, StringComparer.Ordinal));
    }

    public FilterParameter Parameter { get; }

    /// <summary>Each once, in ordinal order; Telnyx takes one, several are looked for by the dashboard.</summary>
    public IReadOnlyList<string> AnyOf => _anyOf;

    /// <summary>Each once, in ordinal order; Telnyx has no such filter.</summary>
    public IReadOnlyList<string> NoneOf => _noneOf;

    public bool IsEmpty => _anyOf.Length == 0 && _noneOf.Length == 0;

    /// <summary>Whether it has more values than a link or the form takes.</summary>
    public bool IsTooLong => IsTooLongFor(_anyOf) || IsTooLongFor(_noneOf);

    /// <summary>The one value that Telnyx can be asked for; null where none or several will do.</summary>
    public string? Single => _anyOf is [var one] ? one : null;

    /// <summary>Whether the dashboard has to check each event, as Telnyx has no filter for it.</summary>
    public bool IsFilteredHere => _anyOf.Length > 1 || _noneOf.Length > 0;

    /// <summary>Whether an event has one of the values.</summary>
    public FilterMatch CheckAnyOf(CallEvent row) => _anyOf.Length == 0 ? FilterMatch.Matches : Any(_anyOf, row);

    /// <summary>Whether an event has none of the excluded values. One that does not carry the field can't tell, and is not excluded.</summary>
    public FilterMatch CheckNoneOf(CallEvent row) => _noneOf.Length == 0 ? FilterMatch.Matches : Any(_noneOf, row) switch
    {
        FilterMatch.Matches => FilterMatch.Contradicts,
        FilterMatch.Contradicts => FilterMatch.Matches,
        _ => FilterMatch.CannotTell,
    };

    /// <summary>Whether nothing of it contradicts an event.</summary>
    public bool Allows(CallEvent row) => CheckAnyOf(row) is not FilterMatch.Contradicts && CheckNoneOf(row) is not FilterMatch.Contradicts;

    public bool Equals(FilterCondition? other) =>
        other is not null && Parameter == other.Parameter && _anyOf.AsSpan().SequenceEqual(other._anyOf) && _noneOf.AsSpan().SequenceEqual(other._noneOf);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Parameter);
        hash.Add(_anyOf.Length);
        foreach (var value in _anyOf.Concat(_noneOf))
            hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    private FilterMatch Any(string[] values, CallEvent row)
    {
        var result = FilterMatch.Contradicts;
        foreach (var value in values)
            result = RowFilter.Either(result, Parameter.Check(value, row));
        return result;
    }

    /// <summary>Whether so many values are more than one side of a filter takes. One value is not: it has a limit of its own.</summary>
    public static bool IsTooLongFor(IReadOnlyCollection<string> values) => values.Count > MaxValues || (values.Count > 1 && ValueList.Join(values).Length > ValueList.MaxLength);

    private static string[] Ordered(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
