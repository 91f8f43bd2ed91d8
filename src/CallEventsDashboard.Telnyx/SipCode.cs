using System.Globalization;

namespace CallEventsDashboard.Telnyx;

/// <summary>SIP response codes as records carry them.</summary>
public static class SipCode
{
    private const int Lowest = 100;
    private const int Highest = 699;

    /// <summary>The code's three digits; null for what is none: <c>0</c>, an empty text, <c>unspecified</c>, a cause of another protocol.</summary>
    public static string? Parse(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var code) && code is >= Lowest and <= Highest
            ? code.ToString(CultureInfo.InvariantCulture)
            : null;
}
