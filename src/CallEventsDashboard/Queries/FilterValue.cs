namespace CallEventsDashboard.Queries;

/// <summary>Checks what people type or paste into a filter and brings it to the form that links and requests carry.</summary>
public static class FilterValue
{
    /// <summary>In UTF-16 units; a link of twelve such values still fits where links travel.</summary>
    public const int MaxLength = 500;

    /// <summary>Reads what a person typed.</summary>
    public static FilterInput Read(FilterParameter parameter, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
            return FilterInput.Empty;
        if (text.Length > MaxLength)
            return FilterInput.Refused($"This is longer than {MaxLength} characters; shorten it.");
        if (!PlainText.IsPlain(text))
            return FilterInput.Refused("This has invisible characters or line breaks inside; remove them.");
        return parameter.Kind switch
        {
            FilterKind.Uuid => ReadUuid(text),
            FilterKind.Number => NumberText.Read(text),
            FilterKind.Choice or FilterKind.Flag => ReadChoice(parameter, text),
            _ when text.Length < parameter.MinLength => FilterInput.Refused($"Write {parameter.MinLength} characters or more."),
            _ => FilterInput.Of(text),
        };
    }

    /// <summary>Reads the value of a link. Links are made from rows too, so a number is only asked to look like E.164, not to exist.</summary>
    public static FilterInput ReadLink(FilterParameter parameter, string value)
    {
        if (parameter.Kind != FilterKind.Number)
            return Read(parameter, value);
        // A plus sign that nobody encoded arrives as a space.
        var text = value.StartsWith(' ') && value.TrimStart() is [>= '0' and <= '9', ..] digits ? $"+{digits}" : value;
        return NumberText.IsE164(text.Trim()) ? FilterInput.Of(text.Trim()) : Read(parameter, text);
    }

    private static FilterInput ReadUuid(string text) =>
        Guid.TryParseExact(text, "D", out var id) || Guid.TryParseExact(text, "N", out id) || Guid.TryParseExact(text, "B", out id)
            ? FilterInput.Of(id.ToString("D"))
            : FilterInput.Refused("This is not a UUID; copy the whole id, such as 5b1d7c40-c8a2-11f1-9c10-02420aef93a0.");

    private static FilterInput ReadChoice(FilterParameter parameter, string text) =>
        parameter.Choices.FirstOrDefault(choice => choice.Value.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice
            ? FilterInput.Of(choice.Value)
            : FilterInput.Refused($"Choose one of {string.Join(", ", parameter.Choices.Select(allowed => allowed.Value))}.");
}
