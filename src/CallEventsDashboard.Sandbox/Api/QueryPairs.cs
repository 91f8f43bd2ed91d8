namespace CallEventsDashboard.Sandbox.Api;

/// <summary>The query string as a form: a raw <c>+</c> is a space, so a number survives only as <c>%2B</c>.</summary>
internal static class QueryPairs
{
    public static IEnumerable<(string Name, string Value)> Read(string query)
    {
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0 ? (Decode(part), "") : (Decode(part[..equals]), Decode(part[(equals + 1)..]));
        }
    }

    /// <returns>The parts of <c>a[b][c]</c>: a, b, c; or only the name, where the brackets do not match.</returns>
    public static string[] Path(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        return open <= 0 || !name.EndsWith(']')
            ? [name]
            : [name[..open], .. name[(open + 1)..^1].Split("][")];
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
