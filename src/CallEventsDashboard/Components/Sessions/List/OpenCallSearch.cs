using CallEventsDashboard.Feeds;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>
/// The calls that the log leaves open among the sessions of a list: of those that were read whole for their rows, and of those that the list itself has whole,
/// wherever they stand in it. No request is made for it. Used on the page's own turn only.
/// </summary>
internal sealed class OpenCallSearch
{
    // A call without an event for so long may be stuck.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (int Matches, OpenCalls Calls)> _listed = new(StringComparer.OrdinalIgnoreCase);

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
            var found = completion(session.SessionId) is { IsComplete: true, Facts: { } facts } ? facts.Open : whole(session) ? Listed(scan, session) : null;
            if (found is null)
                continue;
            looked++;
            if (Later(scan.Feed.Status.AsOf, found.AsOf) - found.LastSeen >= Silence)
                calls.AddRange(found.Calls);
        }

        Calls = [.. calls.Where(call => call.SessionId is not null).OrderBy(call => call.Start).ThenBy(call => call.LegId, StringComparer.Ordinal)];
        Looked = looked;
    }

    /// <returns>Null where rows of the session are not kept any more.</returns>
    private OpenCalls? Listed(SessionScan scan, SessionGroup session)
    {
        if (!session.HasOpenLeg)
            return OpenCalls.None;
        if (_listed.TryGetValue(session.SessionId, out var known) && known.Matches == session.Matches)
            return known.Calls;
        if (scan.Listed(session) is not { } listed)
            return null;
        var calls = OpenCalls.Find(SessionReader.Read(listed.Events, SessionExtent.Whole, listed.AsOf), listed.AsOf);
        _listed[session.SessionId] = (session.Matches, calls);
        return calls;
    }

    // A live list goes on, and a session may have been read for its row after the list was opened.
    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
