namespace CallEventsDashboard.Sessions;

/// <summary>Replaces numbers by names that stay the same within one report: <c>A …42</c>.</summary>
internal sealed class NumberMask(bool isMasking)
{
    private const int ShownDigits = 2;
    private const int MinDigits = 6;
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public string Mask(string? number)
    {
        if (number is null)
            return "unknown";
        if (!isMasking)
            return PlainLine.Format(number);
        if (!_names.TryGetValue(number, out var name))
            _names[number] = name = $"{Letters.Format(_names.Count)}{LastDigits(number)}";
        return name;
    }

    // A SIP address can name a person, and its digits an extension: nothing of it is shown.
    private static string LastDigits(string number) => IsNumber(number) || StandsForANumber(number) ? $" …{number[^ShownDigits..]}" : "";

    private static bool IsNumber(string text) =>
        text.Length > MinDigits && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && (text[0] == '+' || char.IsAsciiDigit(text[0]));

    // As a masked event has it: •K7QM …0142.
    private static bool StandsForANumber(string text) => text is ['•', .., '…', _, _, _, _] && text.AsSpan()[^4..].IndexOfAnyExceptInRange('0', '9') < 0;
}
