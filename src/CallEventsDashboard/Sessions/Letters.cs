namespace CallEventsDashboard.Sessions;

/// <summary>Short names in an order: A to Z, then AA, AB … The legs of a session have them in the order of their lanes.</summary>
internal static class Letters
{
    /// <param name="index">From 0.</param>
    public static string Format(int index) => index < 26 ? ((char)('A' + index)).ToString() : $"{Format((index / 26) - 1)}{(char)('A' + (index % 26))}";
}
