namespace CallEventsDashboard.Queries;

/// <summary>One filter of the endpoint: its names in a link, on the wire and on the page, and its place in a query.</summary>
public sealed partial class FilterParameter
{
    private readonly Func<CallEventQuery, string?> _get;
    private readonly Func<CallEventQuery, string?, CallEventQuery> _with;

    private FilterParameter(
        string name,
        string label,
        FilterKind kind,
        Func<CallEventQuery, string?> get,
        Func<CallEventQuery, string?, CallEventQuery> with)
    {
        Name = name;
        Label = label;
        Kind = kind;
        _get = get;
        _with = with;
        WireName = $"filter[{name}]";
        ShortLabel = label.ToLowerInvariant();
    }

    /// <summary>The name in a link: <c>application_name</c>.</summary>
    public string Name { get; }

    /// <summary>The name on the wire: <c>filter[application_name][contains]</c>.</summary>
    public string WireName { get; private init; }

    /// <summary>The name of its field.</summary>
    public string Label { get; }

    /// <summary>The name on a chip.</summary>
    public string ShortLabel { get; private init; }

    public FilterKind Kind { get; }

    /// <summary>All values that the filter can have; empty where any text will do.</summary>
    public IReadOnlyList<FilterChoice> Choices { get; private init; } = [];

    /// <summary>A sentence below the field, or null.</summary>
    public string? Help { get; private init; }

    /// <summary>How many characters the service asks for.</summary>
    public int MinLength { get; private init; } = 1;

    /// <summary>Whether the filter was borrowed from another endpoint, so that the service may ignore it without an error.</summary>
    public bool MayBeIgnored { get; private init; }

    /// <summary>The filter's value in a query, as a link writes it; null when it is not set.</summary>
    public string? Get(CallEventQuery query) => _get(query) is { Length: > 0 } value ? value : null;

    /// <summary>The query with this filter set to a value that <see cref="FilterValue.Read"/> gave, or without it.</summary>
    public CallEventQuery With(CallEventQuery query, string? value) => _with(query, string.IsNullOrEmpty(value) ? null : value);

    /// <summary>The words for a value, for people.</summary>
    public string TextOf(string value) => Choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;

    public override string ToString() => Name;
}
