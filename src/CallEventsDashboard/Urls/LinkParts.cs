namespace CallEventsDashboard.Urls;

/// <summary>The parts of a link that have a known name, each taken once, and the problems met so far.</summary>
internal sealed class LinkParts
{
    private readonly Dictionary<string, (string Written, string Value)> _known = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Written, string Value)> _repeated = [];
    private readonly List<QueryProblem> _unknown = [];
    private readonly List<QueryProblem> _problems = [];

    public LinkParts(IEnumerable<(string Name, string Value)> parts)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (written, value) in parts)
        {
            if (ParameterNames.IsPage(written))
                continue;
            if (ParameterNames.Resolve(written) is not { } name)
            {
                if (reported.Add(written))
                    _unknown.Add(ParameterNames.Excludes(written) ? QueryProblem.NothingToExclude(written, ParameterNames.Suggest(written)) : QueryProblem.Unknown(written, ParameterNames.Suggest(written)));
            }
            else if (!_known.TryAdd(name, (written, value)) && reported.Add(name))
            {
                _repeated.Add((name, written, value));
            }
        }
    }

    /// <summary>Takes the value of a parameter; null when the link does not have it.</summary>
    public string? Take(string name)
    {
        foreach (var repeated in _repeated.Where(repeated => repeated.Name == name))
            _problems.Add(QueryProblem.Repeated(repeated.Written, name == ParameterNames.Key ? "" : repeated.Value));
        return _known.TryGetValue(name, out var part) ? part.Value : null;
    }

    /// <summary>Takes the values of a parameter that takes a list; null when the link does not have it.</summary>
    /// <param name="split">Splits a list.</param>
    public IReadOnlyList<string>? TakeList(string name, Func<string, IReadOnlyList<string>> split) =>
        Take(name) is not { } value ? null : ParameterNames.IsOfApi(_known[name].Written) ? [value] : split(value);

    /// <summary>Leaves out a value of a list, and uses the others.</summary>
    public void RefuseValue(string name, string value, string wayOut) => _problems.Add(QueryProblem.PartlyUsed(_known[name].Written, value, wayOut));

    public void Refuse(string name, string wayOut, bool mayShowValue = true) =>
        _problems.Add(QueryProblem.Malformed(_known[name].Written, mayShowValue ? _known[name].Value : "", wayOut));

    public void Exclude(string name, string reason) =>
        _problems.Add(QueryProblem.Contradictory(_known[name].Written, _known[name].Value, reason));

    /// <summary>All problems: of known parameters in the order in which they were taken, then unknown ones.</summary>
    public IReadOnlyList<QueryProblem> Problems() => [.. _problems, .. _unknown];
}
