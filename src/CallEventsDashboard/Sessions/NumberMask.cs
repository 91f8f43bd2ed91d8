namespace CallEventsDashboard.Sessions;

/// <summary>Replaces numbers by names that stay the same within one report: <c>A …42</c>.</summary>
internal sealed class NumberMask(bool isMasking)
{
    private const int ShownDigits = 2;
    private const int MinDigits = 6;
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string? number)
    {
        if (number is null)
            return "unknown";
        if (!isMasking)
            return PlainLine.Of(number);
        if (!_names.TryGetValue(number, out var name))
            _names[number] = name = $"{Letters.Of(_names.Count)}{LastDigits(number)}";
        return name;
    }

    // A SIP address can name a person, and its digits an extension: nothing of it is shown.
    private static string LastDigits(string number) =>
        number.Length > MinDigits && number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && (number[0] == '+' || char.IsAsciiDigit(number[0]))
            ? $" …{number[^ShownDigits..]}"
            : "";
}
