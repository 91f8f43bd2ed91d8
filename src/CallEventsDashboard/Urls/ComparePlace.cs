namespace CallEventsDashboard.Urls;

/// <summary>What the address of a comparison names: <c>a</c> and <c>b</c>, both sessions or both events, and the <c>key</c> that they are read with.</summary>
/// <param name="First">Null while it is to be chosen; likewise <paramref name="Second"/>.</param>
/// <param name="Key">The name of a stored key; null for the active one.</param>
public sealed record ComparePlace(ComparedItem? First = null, ComparedItem? Second = null, string? Key = null)
{
    private const string FirstName = "a";
    private const string SecondName = "b";

    public static ComparePlace Empty { get; } = new();

    /// <summary>Whether two events are compared, and not two sessions.</summary>
    public bool IsOfEvents => First?.Event is not null && Second?.Event is not null;

    /// <summary>Never throws.</summary>
    /// <returns>The place, what of the address could not be used, and whether it is written as <see cref="Format"/> writes it.</returns>
    public static (ComparePlace Place, IReadOnlyList<QueryProblem> Problems, bool IsCanonical) Read(string queryString)
    {
        ArgumentNullException.ThrowIfNull(queryString);
        List<QueryProblem> problems = [];
        var parts = QueryParts.Split(queryString);
        var others = parts.Where(part => part.Name is not (FirstName or SecondName)).ToList();
        // The key is read as in every link, and what else there is has no meaning here.
        var query = CallEventQueryString.Parse(QueryParts.Join(others.Where(part => part.Name == ParameterNames.Key)));
        problems.AddRange(query.Problems);
        problems.AddRange(others.Where(part => part.Name != ParameterNames.Key).Select(part => QueryProblem.Unknown(part.Name, null)));
        var (first, second) = (Take(parts, FirstName, problems), Take(parts, SecondName, problems));
        if ((first, second) is ({ } one, { } other) && one.Event is null != other.Event is null)
        {
            problems.Add(QueryProblem.Corrected(SecondName, "An event and a session can't be compared, so the two sessions are."));
            (first, second) = (one with { Event = null }, other with { Event = null });
        }

        var place = new ComparePlace(first, second, query.Query.Key);
        return (place, problems, place.Format() == (parts.Count == 0 ? "" : $"?{queryString.TrimStart('?')}"));
    }

    /// <summary>Empty for the empty place, else with the leading question mark.</summary>
    public string Format() => QueryParts.Join(new[] { (FirstName, First?.ToString()), (SecondName, Second?.ToString()), (ParameterNames.Key, Key) }
        .Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!)));

    private static ComparedItem? Take(List<(string Name, string Value)> parts, string name, List<QueryProblem> problems)
    {
        string[] values = [.. parts.Where(part => part.Name == name).Select(part => part.Value)];
        if (values.Length > 1)
            problems.Add(QueryProblem.Repeated(name, values[1]));
        if (values is not [var first, ..])
            return null;
        if (!ComparedItem.TryParse(first, out var item))
            problems.Add(QueryProblem.Malformed(name, first, "Copy the whole ID of the session, or choose it again."));
        return item;
    }
}
