using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>One filter of the endpoint: its names in a link, on the wire and on the page, its place in a query and in a request, and how a returned row shows it.</summary>
public sealed class FilterParameter
{
    private readonly Func<CallEventFilter, string, CallEventFilter> _wire;

    internal FilterParameter(string name, string label, FilterKind kind, Func<CallEventFilter, string, CallEventFilter> wire)
    {
        Name = name;
        Label = label;
        Kind = kind;
        _wire = wire;
        WireName = $"filter[{name}]";
        ShortLabel = label.ToLowerInvariant();
    }

    /// <summary>The name in a link: <c>application_name</c>.</summary>
    public string Name { get; }

    /// <summary>The name in a link of the values that are excluded: <c>not.application_name</c>.</summary>
    public string ExcludedName => $"not.{Name}";

    /// <summary>The name on the wire: <c>filter[application_name][contains]</c>; null for a filter that Telnyx does not have.</summary>
    public string? WireName { get; internal init; }

    /// <summary>The name of its field.</summary>
    public string Label { get; }

    /// <summary>The name on a chip.</summary>
    public string ShortLabel { get; internal init; }

    public FilterKind Kind { get; }

    /// <summary>All values that the filter can have; empty where any text will do.</summary>
    public IReadOnlyList<FilterChoice> Choices { get; internal init; } = [];

    /// <summary>A sentence below the field, or null.</summary>
    public string? Help { get; internal init; }

    /// <summary>A value that no event has: a service that counts some at it left the filter out. Null where there is none.</summary>
    public string? NoSuchValue { get; internal init; }

    /// <summary>How many characters the service asks for.</summary>
    public int MinLength { get; internal init; } = 1;

    /// <summary>Whether a part of the value is enough.</summary>
    public bool MatchesParts { get; internal init; }

    /// <summary>Whether the filter was borrowed from another endpoint, so that the service may ignore it without an error.</summary>
    public bool MayBeIgnored { get; internal init; }

    /// <summary>The keys under which a record has the filter's value, wherever they are in it.</summary>
    public IReadOnlyList<string> Keys { get; internal init; } = [];

    /// <summary>The keys that mean the filter's value only at the top of a record.</summary>
    public IReadOnlyList<string> TopLevelKeys { get; internal init; } = [];

    /// <summary>The filter's value in an event that was read; null for a filter whose value no record is documented to have.</summary>
    public Func<CallEvent, string?>? Carried { get; internal init; }

    /// <summary>How a row is compared with the filter where its <see cref="Carried"/> value is not all that counts.</summary>
    internal Func<string, CallEvent, FilterMatch>? Compare { private get; init; }

    internal StringComparison Comparison { private get; init; } = StringComparison.OrdinalIgnoreCase;

    /// <summary>The one value that a query wants of this filter, and that Telnyx can be asked for; null when it wants none or several.</summary>
    public string? Get(CallEventQuery query) => query.Conditions.Single(this);

    /// <summary>The query with this filter set to a value that <see cref="FilterValue.Read"/> gave, or to none. Other values that it excludes stay excluded.</summary>
    public CallEventQuery With(CallEventQuery query, string? value) =>
        query with { Conditions = query.Conditions.WithSingle(this, value) };

    /// <summary>The query with this filter at one value and nothing else of it, or without the filter where that is empty.</summary>
    public CallEventQuery Only(CallEventQuery query, string value) =>
        query with { Conditions = query.Conditions.With(new FilterCondition(this, value.Length == 0 ? [] : [value], [])) };

    /// <summary>A request's filters with this one as a query sets it.</summary>
    public CallEventFilter Write(CallEventFilter filter, CallEventQuery query) => Get(query) is { } value ? _wire(filter, value) : filter;

    /// <summary>Compares a returned row with this filter: the service ignores a filter that it does not know, and its answer then looks right.</summary>
    /// <param name="wanted">The filter's value, as <see cref="Get"/> gives it.</param>
    public FilterMatch Check(string wanted, CallEvent row) =>
        Compare is not null ? Compare(wanted, row)
        : (Carried is null ? RawField.Find(this, row.Raw) : Carried(row)) is { Length: > 0 } carried ? RowFilter.Result(IsMet(wanted, carried))
        : FilterMatch.CannotTell;

    /// <summary>The words for a value, for people.</summary>
    public string TextOf(string value) => Choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;

    public override string ToString() => Name;

    private bool IsMet(string wanted, string carried) => MatchesParts ? carried.Contains(wanted, Comparison) : carried.Equals(wanted, Comparison);
}
