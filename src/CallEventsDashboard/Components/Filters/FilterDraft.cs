using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>What is typed into the form and not applied yet: a text for each filter, and what is wrong with it.</summary>
/// <param name="show">Gives the value of a filter as it may be seen.</param>
/// <param name="zone">In which times are typed that name none.</param>
public sealed class FilterDraft(CallEventQuery query, Func<FilterParameter, string, string> show, TimeZoneInfo zone)
{
    private readonly Dictionary<FilterParameter, string> _texts =
        FilterCatalogue.All.ToDictionary(parameter => parameter, parameter => parameter.Get(query) is { } value ? show(parameter, value) : "");

    private readonly Dictionary<FilterParameter, string> _errors = [];

    public TimeRangeDraft Range { get; private set; } = new(query.Range, zone);

    public bool HasErrors => _errors.Count > 0 || Range.HasErrors;

    public string TextOf(FilterParameter parameter) => _texts[parameter];

    public string? ErrorOf(FilterParameter parameter) => _errors.GetValueOrDefault(parameter);

    /// <summary>Takes what was typed: normalised where it can be used, else as it is, with the reason.</summary>
    public void Type(FilterParameter parameter, string? text)
    {
        if (StandsForItsValue(parameter, text))
        {
            _texts[parameter] = text!;
            _errors.Remove(parameter);
            return;
        }

        var input = FilterValue.Read(parameter, text);
        _texts[parameter] = input.Error is null ? input.Value ?? "" : text ?? "";
        if (input.Error is { } error)
            _errors[parameter] = error;
        else
            _errors.Remove(parameter);
    }

    public void Clear()
    {
        foreach (var parameter in FilterCatalogue.All)
            Type(parameter, "");
        Range = new(TimeRange.Default, zone);
    }

    /// <summary>The query with everything that can be used; a filter whose text can't be used stays as it was.</summary>
    public CallEventQuery Apply(CallEventQuery current, TimeProvider time)
    {
        var filtered = FilterCatalogue.All
            .Where(parameter => ErrorOf(parameter) is null && !StandsForItsValue(parameter, TextOf(parameter)))
            .Aggregate(current, (changed, parameter) => parameter.With(changed, TextOf(parameter)));
        return Range.Read(time) is { } range ? filtered with { Range = range } : filtered;
    }

    /// <summary>Whether a text is what a masked value was shown as: the filter stays as it was.</summary>
    private bool StandsForItsValue(FilterParameter parameter, string? text) => parameter.Get(query) is { } value && text != value && text == show(parameter, value);
}
