using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>One side of a field of the form, what is wanted of a filter or what is excluded: what is typed, and what is wrong with it.</summary>
public sealed class ValueDraft
{
    private readonly FilterParameter _parameter;
    private readonly IReadOnlyList<string> _current;
    private readonly Func<string, string> _show;
    private readonly Dictionary<string, string> _known;

    /// <param name="current">The values that the query has.</param>
    /// <param name="show">Gives a value as it may be seen: its text stands for it.</param>
    public ValueDraft(FilterParameter parameter, IReadOnlyList<string> current, Func<string, string> show)
    {
        (_parameter, _current, _show, Values) = (parameter, current, show, current);
        _known = current.DistinctBy(show, StringComparer.Ordinal).ToDictionary(show, value => value, StringComparer.Ordinal);
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
        (Text, Values, Error) = input.Error is null ? (Show(input.Values), input.Values, null) : (text ?? "", _current, input.Error);
    }

    /// <summary>Says that what was typed can't be used beside the other side.</summary>
    public void Refuse(string error) => (Values, Error) = (_current, error);

    private string Show(IEnumerable<string> values) => ValueList.Show(values.Select(value => _current.Contains(value, StringComparer.Ordinal) ? _show(value) : value));
}
