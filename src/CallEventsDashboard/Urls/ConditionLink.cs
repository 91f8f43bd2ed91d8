using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

/// <summary>The values of a filter in a link, and those that it excludes.</summary>
internal static class ConditionLink
{
    public static FilterCondition Read(LinkParts parts, FilterParameter parameter)
    {
        var anyOf = ReadValues(parts, parameter, parameter.Name);
        var noneOf = ReadValues(parts, parameter, parameter.ExcludedName);
        foreach (var both in noneOf.Intersect(anyOf, StringComparer.Ordinal))
            parts.RefuseValue(parameter.ExcludedName, both, $"“{parameter.Name}” asks for the same value: remove it from one of the two.");
        return new(parameter, anyOf, noneOf);
    }

    private static List<string> ReadValues(LinkParts parts, FilterParameter parameter, string name)
    {
        if (parts.TakeList(name, text => Split(parameter, text)) is not { } written)
            return [];
        var values = new List<string>();
        if (written.All(string.IsNullOrWhiteSpace))
            parts.Refuse(name, "It is empty: give it a value or remove it.");
        else if (written.Any(string.IsNullOrWhiteSpace))
            parts.RefuseValue(name, "", "One of its commas has no value beside it: remove it.");
        foreach (var text in written)
        {
            var input = FilterValue.ReadLink(parameter, text);
            if (input.Value is { } value && !values.Contains(value, StringComparer.Ordinal))
                values.Add(value);
            else if (input.Error is { } error && written.Count == 1)
                parts.Refuse(name, error);
            else if (input.Error is { } reason)
                parts.RefuseValue(name, text, reason);
        }

        // The same filter, as a form takes it.
        while (FilterCondition.IsTooLongFor(values))
        {
            parts.RefuseValue(name, values[^1], $"A filter takes {FilterCondition.MaxValues} values and {ValueList.MaxLength} characters at most: remove some.");
            values.RemoveAt(values.Count - 1);
        }

        return values;
    }

    // A link from before there were lists may have a name with a comma in it, as in "Acme, Inc": no list that a link has is written with spaces.
    private static IReadOnlyList<string> Split(FilterParameter parameter, string text)
    {
        var values = ValueList.Split(text);
        return parameter.Kind switch
        {
            FilterKind.Number when values.All(value => NumberText.IsE164(value.Trim())) => values,
            FilterKind.Number or FilterKind.Text => ValueList.Split(text.Replace(@"\, ", ", ", StringComparison.Ordinal).Replace(", ", @"\, ", StringComparison.Ordinal)),
            _ => values,
        };
    }
}
