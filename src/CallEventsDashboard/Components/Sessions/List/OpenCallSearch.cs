using CallEventsDashboard.Feeds;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>
/// The calls that the log leaves open among the sessions of a list: of those that were read whole for their rows, and of those that the list itself has whole,
/// wherever they stand in it. No request is made for it. Used on the page's own turn only.
/// </summary>
internal sealed class OpenCallSearch
{
    private readonly Dictionary<string, (int Matches, IReadOnlyList<OpenCall> Calls)> _listed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<OpenCall> Calls { get; private set; } = [];

    /// <summary>Of how many sessions of the list it is known whether a call of theirs is open.</summary>
    public int Looked { get; private set; }

    /// <summary>Looks again at what is known now.</summary>
    /// <param name="completion">The result of reading the session of an id for its row; null where that was not done.</param>
    public void Look(SessionScan scan, Func<string, SessionCompletion?> completion)
    {
        var calls = new List<OpenCall>();
        var looked = 0;
        var whole = scan.Whole();
        foreach (var session in scan.Sessions)
        {
            if (completion(session.SessionId) is { IsComplete: true, Facts: { } facts })
                calls.AddRange(facts.Open);
            else if (whole(session))
                calls.AddRange(Listed(scan, session));
            else
                continue;
            looked++;
        }

        Calls = [.. calls.Where(call => call.SessionId is not null).OrderBy(call => call.Start).ThenBy(call => call.LegId, StringComparer.Ordinal)];
        Looked = looked;
    }

    private IReadOnlyList<OpenCall> Listed(SessionScan scan, SessionGroup session)
    {
        if (!session.HasOpenLeg)
            return [];
        if (_listed.TryGetValue(session.SessionId, out var known) && known.Matches == session.Matches)
            return known.Calls;
        var calls = scan.Listed(session) is { } listed ? SessionFacts.FindOpenCalls(SessionReader.Read(listed.Events, SessionExtent.Whole, listed.AsOf), SessionExtent.Whole, listed.AsOf) : [];
        _listed[session.SessionId] = (session.Matches, calls);
        return calls;
    }
}
