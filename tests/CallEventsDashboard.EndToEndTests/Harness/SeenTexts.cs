namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The texts that were seen in each place of a view.</summary>
internal sealed class SeenTexts
{
    private readonly Dictionary<string, HashSet<string>> _places = new(StringComparer.Ordinal);

    public void Add(IReadOnlyDictionary<string, string[]> seen)
    {
        foreach (var (place, texts) in seen)
        {
            if (!_places.TryGetValue(place, out var known))
                _places[place] = known = new HashSet<string>(StringComparer.Ordinal);
            known.UnionWith(texts);
        }
    }

    /// <summary>The places that have not shown every payload.</summary>
    /// <param name="places">Each by its name, with an asterisk and a number behind it where the view cuts texts to that length.</param>
    public IReadOnlyList<string> Lacking(IEnumerable<string> places) =>
    [
        .. from place in places
           let parts = place.Split('*')
           let texts = _places.GetValueOrDefault(parts[0]) ?? []
           let length = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue
           let left = Payloads.All.Where(payload => !Shows(texts, payload, length)).ToList()
           where left.Count > 0
           select $"{place} lacks {left.Count}, such as {left[0]}",
    ];

    private static bool Shows(HashSet<string> texts, string payload, int length) => texts.Contains(payload)
        || (payload.Length > length && new[] { payload[..length], payload[..length].TrimEnd(), $"{payload[..length]}…" }.Any(texts.Contains));
}
