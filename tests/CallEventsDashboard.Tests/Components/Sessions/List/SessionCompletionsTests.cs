using System.Collections.Frozen;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Components.Sessions.List;

public sealed class SessionCompletionsTests : IDisposable
{
    private readonly List<SessionCompletions> _opened = [];
    private FeedFixture _fixture = new(new SandboxOptions { Events = 1200 });

    [Fact]
    public async Task SessionsInView_AreReadWhole_FourAtATime()
    {
        var ids = Ids(20);
        var sessions = Open();
        var most = 0;
        sessions.Show(ids);
        await _fixture.UntilAsync(() =>
        {
            sessions.Advance();
            most = Math.Max(most, sessions.Reading);
            return ids.All(id => sessions[id] is { IsComplete: true });
        });

        Assert.Equal(SessionCompletions.MostAtATime, most);
        Assert.Equal(0, sessions.Reading);
        var truth = _fixture.Api.Events().CountBy(row => row.SessionId?.ToString() ?? "").ToDictionary();
        Assert.All(ids, id => Assert.Equal(truth[id], sessions[id]!.Facts!.Events));
    }

    [Fact]
    public async Task Session_ThatLeftTheView_IsNotRead()
    {
        var ids = Ids(40);
        // No answer comes between the two views: what was read while it was in view would be kept.
        _fixture.Api.Faults = new SandboxFaults { LatencyMs = 100 };
        var sessions = Open();
        sessions.Show(ids[..20]);
        sessions.Show(ids[20..]);
        Assert.InRange(sessions.Reading, 1, SessionCompletions.MostAtATime);
        await _fixture.UntilAsync(() =>
        {
            sessions.Advance();
            return ids[20..].All(id => sessions[id] is { IsComplete: true });
        });

        Assert.All(ids[..20], id => Assert.Null(sessions[id]));
        // What was sent already is not taken back.
        Assert.InRange(_fixture.Api.RequestCount, 20, 20 + (2 * SessionCompletions.MostAtATime));
    }

    [Fact]
    public void Sessions_WhileRowsAreWaitedFor_AreNotBegun()
    {
        var sessions = Open();
        sessions.IsHeld = true;
        sessions.Show(Ids(5));
        Assert.Equal(0, sessions.Reading);

        sessions.IsHeld = false;
        sessions.Advance();
        Assert.Equal(SessionCompletions.MostAtATime, sessions.Reading);
    }

    [Fact]
    public async Task Sessions_ThatAnotherHasRead_AreThereAtOnceAndToldOf()
    {
        var ids = Ids(10);
        var first = Open();
        first.Show(ids);
        await _fixture.UntilAsync(() =>
        {
            first.Advance();
            return ids.All(id => first[id] is { IsComplete: true });
        });
        var told = 0;

        var second = Open(changed: () => told++);
        second.Show(ids);

        Assert.All(ids, id => Assert.True(second[id] is { IsComplete: true }));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Memory_IsOfThoseInViewLast()
    {
        var ids = Ids(30);
        var sessions = Open(kept: 12);
        foreach (var screen in ids.Chunk(10))
        {
            sessions.Show(screen);
            await _fixture.UntilAsync(() =>
            {
                sessions.Advance();
                return screen.All(id => sessions[id] is not null);
            });
        }

        Assert.Equal(12, sessions.Known);
        Assert.All(ids[..10], id => Assert.Null(sessions[id]));
        Assert.All(ids[20..], id => Assert.NotNull(sessions[id]));
        Assert.Equal(sessions.Requests, sessions.RequestLog.Count());
        Assert.All(ids, id => Assert.Contains(sessions.RequestLog, entry => entry.Query.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Session_ThatCanNotBeRead_SaysWhyAndIsReadWhenTriedAgain()
    {
        var ids = Ids(3);
        var sessions = Open();
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
        sessions.Show(ids);
        await _fixture.UntilAsync(() =>
        {
            sessions.Advance();
            return ids.All(id => sessions[id] is { IsComplete: false, Problem: "This API key may not read call events" });
        });

        _fixture.Api.Faults = SandboxFaults.None;
        sessions.Retry();
        await _fixture.UntilAsync(() =>
        {
            sessions.Advance();
            return ids.All(id => sessions[id] is { IsComplete: true });
        });
    }

    [Fact]
    public async Task Service_ThatIgnoresTheSessionFilter_IsNotScannedForARow()
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(new SandboxOptions { Events = 5000, IgnoredFilters = new[] { FilterNames.ApplicationSessionId }.ToFrozenSet(StringComparer.Ordinal) });
        var ids = Ids(2);
        var sessions = Open();
        sessions.Show(ids);
        await _fixture.UntilAsync(() =>
        {
            sessions.Advance();
            return ids.All(id => sessions[id] is { IsComplete: false });
        });

        Assert.All(ids, id => Assert.Contains("did not filter", sessions[id]!.Problem, StringComparison.Ordinal));
        Assert.InRange(_fixture.Api.RequestCount, 2, 16);
    }

    /// <summary>What is known of a session of a live list stays while it can't be read again, is told to be older than the list, and is read once that can be, not at each poll.</summary>
    [Fact]
    public async Task Session_OfALiveList_ThatCannotBeReadAgain_StaysAsOutdated_AndIsReadLater()
    {
        var id = Ids(1)[0];
        var sessions = Open(isNew: true);
        sessions.Show([id]);
        await AdvanceAsync(sessions, () => sessions[id] is { IsComplete: true });
        var poll = _fixture.Time.GetUtcNow();

        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Unauthorized };
        sessions.Outdate([id], poll);
        sessions.Advance();
        await AdvanceAsync(sessions, () => sessions.Reading == 0);
        Assert.Equal((true, true), (sessions[id] is { IsComplete: true }, sessions.IsOutdated(id)));

        _fixture.Api.Faults = SandboxFaults.None;
        var asked = _fixture.Api.RequestCount;
        sessions.Outdate([id], poll.AddSeconds(6));
        sessions.Advance();
        Assert.Equal((0, asked), (sessions.Reading, _fixture.Api.RequestCount));

        sessions.Outdate([], poll.AddMinutes(1));
        await AdvanceAsync(sessions, () => !sessions.IsOutdated(id) && sessions.Reading == 0);
        Assert.True(sessions[id] is { IsComplete: true });
    }

    private Task AdvanceAsync(SessionCompletions sessions, Func<bool> until) => _fixture.UntilAsync(() =>
    {
        sessions.Advance();
        return until();
    });

    public void Dispose()
    {
        _opened.ForEach(sessions => sessions.Dispose());
        _fixture.Dispose();
    }

    private SessionCompletions Open(int kept = 500, Action? changed = null, bool isNew = false)
    {
        var sessions = new SessionCompletions((id, _) => _fixture.OpenSession(id, isNew), changed ?? (() => { }), kept);
        _opened.Add(sessions);
        return sessions;
    }

    /// <summary>The ids of so many sessions of the account.</summary>
    private string[] Ids(int count) => [.. _fixture.Reachable(row => row.SessionId is not null).Select(row => row.SessionId.ToString()!).Distinct().Take(count)];
}
