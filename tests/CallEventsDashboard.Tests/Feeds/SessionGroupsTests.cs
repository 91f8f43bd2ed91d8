using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Feeds;

public sealed class SessionGroupsTests
{
    // Few sessions, so that they meet often; one id in two spellings, and events that name none.
    private static readonly Gen<CallEvent> Row =
        from session in Gen.OneOf<string?>("aaaa-1", "AAAA-1", "bbbb-2", "cccc-3", "", null)
        from leg in Gen.OneOf<string?>("leg-1", "leg-2", null)
        from second in Gen.Int[0, 30]
        select FeedRows.Row(second) with { SessionId = session, LegId = leg };

    [Fact]
    public void EveryEvent_IsOfOneSessionOrOfNone() => Row.List[0, 60].Sample(rows =>
    {
        var groups = Group(rows);

        Assert.Equal(rows.Count, groups.Sessions.Sum(session => session.Matches) + groups.Sessionless);
        Assert.Equal(rows.Count(row => string.IsNullOrEmpty(row.SessionId)), groups.Sessionless);
        foreach (var session in groups.Sessions)
        {
            var own = rows.Where(row => session.SessionId.Equals(row.SessionId, StringComparison.OrdinalIgnoreCase)).ToList();
            Assert.Equal((own.Count, own.Min(row => row.OccurredAt)), (session.Matches, session.Oldest));
            Assert.Equal(own.Select(row => row.LegId).OfType<string>().Distinct().Count(), session.Legs);
        }
    });

    [Fact]
    public void Sessions_StandInTheOrderInWhichTheyAreMet() => Row.List[0, 60].Sample(rows => Assert.Equal(
        rows.Select(row => row.SessionId).Where(id => !string.IsNullOrEmpty(id)).Distinct(StringComparer.OrdinalIgnoreCase),
        Group(rows).Sessions.Select(session => session.SessionId)));

    [Fact]
    public void Place_OfASession_IsKeptWhateverComesNext() => Gen.Select(Row.List[0, 40], Row.List[0, 40]).Sample((first, then) =>
    {
        var groups = Group(first);
        var before = groups.Sessions.Select(session => session.SessionId).ToList();
        Add(groups, then);

        Assert.Equal(before, groups.Sessions.Take(before.Count).Select(session => session.SessionId));
        Assert.Equal(Enumerable.Range(0, groups.Sessions.Count), groups.Sessions.Select(session => groups.IndexOf(session.SessionId)!.Value));
    });

    [Fact]
    public void Recount_InAnotherOrder_CountsTheSameAndKeepsThePlaces() => Row.List[1, 60].Sample(rows =>
    {
        var groups = Group(rows);
        var before = groups.Sessions.Select(session => (session.SessionId, session.Matches)).ToList();
        var sessionless = groups.Sessionless;
        groups.Recount();
        Add(groups, rows.AsEnumerable().Reverse());

        Assert.Equal(before, groups.Sessions.Select(session => (session.SessionId, session.Matches)));
        Assert.Equal(sessionless, groups.Sessionless);
    });

    private static SessionGroups Group(IEnumerable<CallEvent> rows)
    {
        var groups = new SessionGroups();
        Add(groups, rows);
        return groups;
    }

    private static void Add(SessionGroups groups, IEnumerable<CallEvent> rows)
    {
        foreach (var (place, row) in rows.Index())
            groups.Add(row, place);
    }
}
