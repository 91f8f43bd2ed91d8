using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What a list without rows asks the call detail records. They can be asked for one value of a field at a time.</summary>
internal sealed class DetailLookup
{
    private const int MostRequests = 20;

    private readonly CallEventQuery _query;
    private readonly FeedStatus _status;
    private readonly string? _number;
    private readonly string? _id;

    /// <param name="status">That of the list, for its range.</param>
    public DetailLookup(CallEventQuery query, FeedStatus status)
    {
        (_query, _status) = (query, status);
        Subject = 0 switch
        {
            _ when Wanted(FilterCatalogue.ApplicationSessionId).Count > 0 => DetailSubject.Session,
            _ when Wanted(FilterCatalogue.LegId).Count > 0 => DetailSubject.Leg,
            _ when Callers.Count + Callees.Count + Parties.Count > 0 => DetailSubject.Numbers,
            _ when UuidText.Parse(query.Search) is not null => DetailSubject.AnyId,
            _ when query.Search is { } text && NumberText.Find(text) is not null => DetailSubject.Numbers,
            _ => DetailSubject.None,
        };
        if (Subject is DetailSubject.AnyId)
            _id = UuidText.Parse(query.Search);
        else if (Subject is DetailSubject.Numbers && Callers.Count + Callees.Count + Parties.Count == 0)
            _number = NumberText.Find(query.Search!);
        var questions = Find().ToList();
        (All, Questions) = (questions.Count, [.. questions.Take(MostRequests)]);
    }

    public DetailSubject Subject { get; }

    /// <summary>At most 20; none where there is nothing to ask by.</summary>
    public IReadOnlyList<DetailQuestion> Questions { get; }

    /// <summary>How many there would be without that limit.</summary>
    public int All { get; }

    /// <summary>Whether the list leaves out events for more than what the records are looked for by, so that the log may have a call that is found.</summary>
    public bool IsNarrowed => _query.CallFailed || (_query.Search is not null && Subject is not DetailSubject.AnyId && _number is null)
        || (_query.Range != TimeRange.Default && Subject is not DetailSubject.Numbers) || _query.Conditions.All.Any(condition => !LooksBy(condition.Parameter));

    /// <summary>Whether the calls that are looked for began between two instants.</summary>
    public bool HasRange => Subject is DetailSubject.Numbers && (_status.From ?? _status.To) is not null;

    private IReadOnlyList<string> Callers => Wanted(FilterCatalogue.From);

    private IReadOnlyList<string> Callees => Wanted(FilterCatalogue.To);

    private IReadOnlyList<string> Parties => _number is null ? Wanted(FilterCatalogue.Party) : [_number];

    private IReadOnlyList<string> Wanted(FilterParameter parameter) => _query.Conditions.For(parameter).AnyOf;

    private bool LooksBy(FilterParameter parameter) => Subject switch
    {
        DetailSubject.Session => parameter == FilterCatalogue.ApplicationSessionId,
        DetailSubject.Leg => parameter == FilterCatalogue.LegId,
        DetailSubject.Numbers => parameter == FilterCatalogue.From || parameter == FilterCatalogue.To || parameter == FilterCatalogue.Party,
        _ => false,
    };

    private IEnumerable<DetailQuestion> Find() => Subject switch
    {
        DetailSubject.Session => Wanted(FilterCatalogue.ApplicationSessionId).SelectMany(OfSession),
        DetailSubject.Leg => Wanted(FilterCatalogue.LegId).Select(OfLeg),
        DetailSubject.AnyId => OfSession(_id!).Append(OfLeg(_id!)),
        DetailSubject.Numbers when Callers.Count + Callees.Count > 0 =>
            from caller in Callers.DefaultIfEmpty() from callee in Callees.DefaultIfEmpty() select OfNumbers(caller, callee),
        DetailSubject.Numbers => Parties.SelectMany(party => new[] { OfNumbers(party, null), OfNumbers(null, party) }),
        _ => [],
    };

    private IEnumerable<DetailQuestion> OfSession(string id) =>
        DetailRecords.OfSession(id).Select(request => new DetailQuestion(request, record => id.Equals(record.SessionId, StringComparison.OrdinalIgnoreCase) && IsAllowed(record)));

    private DetailQuestion OfLeg(string id) => new(DetailRecords.OfLeg(id), record => id.Equals(record.LegId, StringComparison.OrdinalIgnoreCase) && IsAllowed(record));

    private DetailQuestion OfNumbers(string? caller, string? callee) => new(
        DetailRecords.OfNumbers(caller, callee, _status.From, _status.To),
        record => IsSame(caller, record.From) && IsSame(callee, record.To) && IsInRange(record.StartedAt) && IsAllowed(record));

    private static bool IsSame(string? wanted, string? number) => wanted is null || (number is not null && NumberText.AreSame(wanted, number));

    private bool IsInRange(DateTimeOffset? at) => !(at < _status.From) && !(at > _status.To);

    // What the record does not say is not held against it.
    private bool IsAllowed(CallDetailRecord record) =>
        Allows(FilterCatalogue.LegId, record.LegId) && Allows(FilterCatalogue.From, record.From) && Allows(FilterCatalogue.To, record.To)
        && Allows(FilterCatalogue.Party, record.From, record.To);

    private bool Allows(FilterParameter parameter, params ReadOnlySpan<string?> values)
    {
        var (condition, known, isWanted) = (_query.Conditions.For(parameter), 0, false);
        foreach (var value in values)
        {
            if (value is null)
                continue;
            known++;
            if (condition.NoneOf.Any(other => NumberText.AreSame(other, value)))
                return false;
            isWanted |= condition.AnyOf.Any(other => NumberText.AreSame(other, value));
        }

        return isWanted || condition.AnyOf.Count == 0 || known < values.Length;
    }
}
