using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Urls;

public sealed class DashboardUrlsTests
{
    private const string SessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    [Fact]
    public void SessionOf_AnEvent_SelectsItAndKeepsTheListsQuery() => Assert.Equal(
        $"sessions/{SessionId}?type=webhook&event=1795424400123400-00000000000000aa", DashboardUrls.SessionOf(Event(SessionId), new CallEventQuery { Type = "webhook" }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../keys")]
    [InlineData("5b1d6f2a")]
    public void SessionOf_AnEventWithoutASessionThatCanBeAskedFor_IsNone(string? sessionId) =>
        Assert.Null(DashboardUrls.SessionOf(Event(sessionId), CallEventQuery.Default));

    [Theory]
    [InlineData($"sessions/{SessionId}", true)]
    [InlineData($"sessions/{SessionId}/?event=1#x", true)]
    [InlineData("sessions/5b1d6f2a-c8a2-11f1-8b7b-02420aef93a1", false)]
    [InlineData($"sessions?application_session_id={SessionId}", false)]
    [InlineData("events", false)]
    public void IsSession_OnlyItsOwnAddress(string relative, bool isSession) => Assert.Equal(isSession, DashboardUrls.IsSession(relative, SessionId));

    private static CallEvent Event(string? sessionId) =>
        new() { Name = "call.hangup", Type = "webhook", SessionId = sessionId, Fingerprint = "1795424400123400-00000000000000aa", Raw = "{}"u8.ToArray() };
}
