using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Whole sessions of the simulated account, as the client reads them.</summary>
public sealed class SandboxSessionTests
{
    [Theory, InlineData(RecordShape.Documented), InlineData(RecordShape.Field), InlineData(RecordShape.Mixed)]
    public async Task EverySession_ObeysTheLaws_AndIsToldWhole(RecordShape shape)
    {
        var sessions = await ReadAsync(shape, events: 1500);

        foreach (var events in sessions)
        {
            var session = SessionReader.Read(events, SessionExtent.Whole);
            SessionLaws.EachEventIsInOneLane(events, session);
            SessionLaws.ExclusivePhasesNeverOverlap(session);
            SessionLaws.OrderChangesNothing(events, seed: 7);
            if (events.Count <= 30)
                SessionClaim.AreBorneOut(events, own => SessionReader.Read(own, SessionExtent.Whole));
            Assert.Equal(session.Legs.Count > 0 && session.Legs[0].Hangup is not null, session.Outcome.IsDecided);
            Assert.All(session.Legs.SelectMany(leg => leg.Phases).Where(phase => phase.Kind == PhaseKind.Ringing), phase => Assert.True(phase.IsDerived));
        }
    }

    [Theory, InlineData(RecordShape.Documented), InlineData(RecordShape.Field)]
    public async Task Scenarios_ShowTheirPhasesAndRelations(RecordShape shape)
    {
        var sessions = (await ReadAsync(shape)).Select(events => SessionReader.Read(events)).ToList();

        var kinds = sessions.SelectMany(session => session.Lanes).SelectMany(lane => lane.Phases).Select(phase => phase.Kind).Distinct().Order();
        Assert.Equal(Enum.GetValues<PhaseKind>().Except([PhaseKind.Streaming]), kinds);
        var relations = sessions.SelectMany(session => session.Legs).SelectMany(leg => leg.Relations).Select(relation => relation.Kind).Distinct().Order();
        Assert.Equal(Enum.GetValues<LegRelationKind>(), relations);
        Assert.Contains(sessions, session => session.Outcome.Text.Contains("the transfer target", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(sessions, session => session.Timings.ResponseTimes.Count > 0);
        Assert.Contains(sessions, session => session.Marks.Any(mark => mark.Attempts.Count > 1));
    }

    internal static Task<List<List<CallEvent>>> ReadAsync(RecordShape shape, int events = 4000) => ReadAsync(new SandboxOptions { Events = events, Shape = shape });

    internal static async Task<List<List<CallEvent>>> ReadAsync(SandboxOptions options)
    {
        var time = SandboxAccount.Clock();
        using var http = new HttpClient(new SandboxHandler(SandboxAccount.Open(options, time))) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        var client = new CallEventsClient(http, time, new CallEventsClientOptions());
        var key = ApiKey.TryParse("KEY_TEST")!;
        var all = new List<CallEvent>();
        for (var page = 1; ; page++)
        {
            var read = await client.ListAsync(key, CallEventFilter.None, new PageRequest(page, 250), null, TestContext.Current.CancellationToken);
            all.AddRange(read.Events);
            if (read.Events.Count < 250)
                break;
        }

        return [.. all.GroupBy(recorded => recorded.SessionId ?? "", StringComparer.Ordinal).Select(session => session.ToList())];
    }
}
