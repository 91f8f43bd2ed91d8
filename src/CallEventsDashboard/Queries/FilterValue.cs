namespace CallEventsDashboard.Queries;

/// <summary>Checks what people type or paste into a filter and brings it to the form that links and requests carry.</summary>
public static class FilterValue
{
    /// <summary>In UTF-16 units; a link of thirteen such values still fits where links travel.</summary>
    public const int MaxLength = 500;

    /// <summary>The most characters that a field takes: one more than can be used, so that a longer text is refused as too long and not cut to another one.</summary>
    public const int MaxTyped = MaxLength + 1;

    /// <summary>Reads what a person typed.</summary>
    public static FilterInput Read(FilterParameter parameter, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            return FilterInput.Empty;
        if (text.Length > MaxLength)
            return FilterInput.Refused($"This is longer than {MaxLength} characters; shorten it.");
        return parameter.Kind switch
        {
            FilterKind.Uuid => ReadUuid(text),
            FilterKind.Number => PlainText.IsWhole(text) ? FilterInput.Accept(NumberText.Read(text)) : FilterInput.Refused("This contains half a character; remove it."),
            _ when !PlainText.IsPlain(text) => FilterInput.Refused("This contains invisible characters or line breaks; remove them."),
            FilterKind.Choice or FilterKind.Flag => ReadChoice(parameter, text),
            _ when text.Length < parameter.MinLength => FilterInput.Refused($"Write {parameter.MinLength} characters or more."),
            _ => FilterInput.Accept(text),
        };
    }

    /// <summary>Reads the value of a link, as if it was typed.</summary>
    public static FilterInput ReadLink(FilterParameter parameter, string value)
    {
        // A plus sign that nobody encoded arrives as a space.
        var isNumber = parameter.Kind == FilterKind.Number && value.StartsWith(' ') && value.TrimStart() is [>= '0' and <= '9', ..];
        return Read(parameter, isNumber ? $"+{value.TrimStart()}" : value);
    }

    /// <summary>Reads a list of values that a person typed, in which a value may stand as it is shown while it is masked.</summary>
    /// <param name="known">The values that the list had, each by the text in its place.</param>
    public static FilterListInput ReadList(FilterParameter parameter, string? typed, IReadOnlyDictionary<string, string> known)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length > ValueList.MaxLength)
            return FilterListInput.Refused($"This is longer than {ValueList.MaxLength} characters; shorten it.");
        var written = ValueList.Split(text).Where(each => !string.IsNullOrWhiteSpace(each)).ToList();
        if (written.Count > FilterCondition.MaxValues)
            return FilterListInput.Refused($"These are more than {FilterCondition.MaxValues} values; remove some.");
        var inputs = written.Select(each => known.TryGetValue(each.Trim(), out var value) ? FilterInput.Accept(value) : Read(parameter, each)).ToList();
        var wrong = inputs.FindIndex(input => !input.IsValid);
        if (wrong < 0)
            return FilterListInput.Accept([.. inputs.Select(input => input.Value).OfType<string>().Distinct(StringComparer.Ordinal)]);
        return FilterListInput.Refused(written.Count == 1 ? inputs[wrong].Error! : $"Value {wrong + 1}: {inputs[wrong].Error}");
    }

    private static FilterInput ReadUuid(string text) =>
        UuidText.Parse(text) is { } id
            ? FilterInput.Accept(id)
            : FilterInput.Refused("This is not a UUID; copy the whole id, such as 5b1d7c40-c8a2-11f1-9c10-02420aef93a0.");

    private static FilterInput ReadChoice(FilterParameter parameter, string text) =>
        parameter.Choices.FirstOrDefault(choice => choice.Value.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice
            ? FilterInput.Accept(choice.Value)
            : FilterInput.Refused($"Choose one of {string.Join(", ", parameter.Choices.Select(allowed => allowed.Value))}.");
}
