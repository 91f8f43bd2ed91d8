using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>What is typed into the form and not applied yet: the values of each filter, and what is wrong with them.</summary>
/// <param name="show">Gives the value of a filter as it may be seen.</param>
/// <param name="zone">In which times are typed that name none.</param>
public sealed class FilterDraft(CallEventQuery query, Func<FilterParameter, string, string> show, TimeZoneInfo zone)
{
    private readonly Dictionary<FilterParameter, FieldDraft> _fields =
        FilterCatalogue.All.ToDictionary(parameter => parameter, parameter => new FieldDraft(query.Conditions.For(parameter), value => show(parameter, value)));

    public TimeRangeDraft Range { get; private set; } = new(query.Range, zone);

    public bool HasErrors => _fields.Values.Any(each => each.HasErrors) || Range.HasErrors;

    /// <summary>Whether a filter is typed that only the dashboard can apply.</summary>
    public bool IsFilteredHere => _fields.Values.Any(each => each.IsFilteredHere);

    /// <summary>Whether Telnyx would be asked for the same as it is for a query.</summary>
    public bool AsksTelnyxAs(CallEventQuery other) => _fields.Values.All(field => field.SentValue == field.Parameter.Get(other));

    public FieldDraft FieldOf(FilterParameter parameter) => _fields[parameter];

    public void Clear()
    {
        foreach (var field in _fields.Values)
            field.Clear();
        Range = new(TimeRange.Default, zone);
    }

    /// <summary>The query with everything that can be used; a filter whose text can't be used stays as it was.</summary>
    public CallEventQuery Apply(CallEventQuery current, TimeProvider time)
    {
        var filtered = current with { Conditions = _fields.Values.Aggregate(current.Conditions, (changed, field) => changed.With(field.Read())) };
        return Range.Read(time) is { } range ? filtered with { Range = range } : filtered;
    }
}
