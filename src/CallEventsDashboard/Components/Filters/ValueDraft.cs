using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>One side of a field of the form, what is wanted of a filter or what is excluded: what is typed, and what is wrong with it.</summary>
public sealed class ValueDraft
{
    private readonly FilterParameter _parameter;
    private readonly IReadOnlyList<string> _current;
    private readonly HashSet<string> _ofQuery;
    private readonly Func<string, string> _show;
    private readonly Dictionary<string, string> _known;

    /// <param name="current">The values that the query has on this side.</param>
    /// <param name="others">Those that it has on the other side, from where their texts may be brought here.</param>
    /// <param name="show">Gives a value as it may be seen: its text stands for it.</param>
    public ValueDraft(FilterParameter parameter, IReadOnlyList<string> current, IReadOnlyList<string> others, Func<string, string> show)
    {
        (_parameter, _current, _show, Values) = (parameter, current, show, current);
        _ofQuery = new(current.Concat(others), StringComparer.Ordinal);
        // Where values of both sides look the same, this side means its own.
        _known = current.Concat(others).DistinctBy(show, StringComparer.Ordinal).ToDictionary(show, value => value, StringComparer.Ordinal);
        Text = Show(current);
    }

    public string Text { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The values of the text, while nothing is wrong with it; else those of the query.</summary>
    public IReadOnlyList<string> Values { get; private set; }

    /// <summary>Takes what was typed: normalised where it can be used, else as it is, with the reason.</summary>
    public void Type(string? text)
    {
        var input = FilterValue.ReadList(_parameter, text, _known);
        var error = input.Error ?? (input.Values.Any(IsUnknownStandIn) ? "This stands for a masked value, which is not known here; type the value itself." : null);
        (Text, Values, Error) = error is null ? (Show(input.Values), input.Values, null) : (text ?? "", _current, error);
    }

    /// <summary>Says that what was typed can't be used beside the other side.</summary>
    public void Refuse(string error) => (Values, Error) = (_current, error);

    private string Show(IEnumerable<string> values) => ValueList.Show(values.Select(value => _ofQuery.Contains(value) ? _show(value) : value));

    // The stand-in of a masked value is in no record. That of a link may be kept, as it stands.
    private bool IsUnknownStandIn(string value) => Pseudonyms.IsStandIn(value) && !_ofQuery.Contains(value);
}
