namespace CallEventsDashboard.Urls;

/// <summary>A query string as names and values, decoded. Knows nothing of what they mean.</summary>
internal static class QueryParts
{
    /// <summary>Never throws: what is not properly encoded stays as it is.</summary>
    public static List<(string Name, string Value)> Split(string queryString)
    {
        var parts = new List<(string, string)>();
        foreach (var part in queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parts.Add(equals < 0 ? (Decode(part), "") : (Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }
        return parts;
    }

    /// <summary>Empty for no parts, else with the leading question mark.</summary>
    public static string Join(IEnumerable<(string Name, string Value)> parts)
    {
        var joined = string.Join('&', parts.Select(part => $"{Encode(part.Name)}={Encode(part.Value)}"));
        return joined.Length == 0 ? "" : $"?{joined}";
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // RFC 3986 allows these in a query as they are; links with times, SIP URIs and lists stay readable.
    private static string Encode(string text) => Uri.EscapeDataString(text)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%2C", ",", StringComparison.Ordinal);
}
