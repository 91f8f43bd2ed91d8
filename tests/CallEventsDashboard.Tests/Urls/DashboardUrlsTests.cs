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
    [InlineData("sessions/5B1D6F2A-C8A2-11F1-8B7B-02420AEF93A0", true)]
    [InlineData("sessions/%7B5b1d6f2ac8a211f18b7b02420aef93a0%7D", true)]
    [InlineData("sessions/5b1d6f2a-c8a2-11f1-8b7b-02420aef93a1", false)]
    [InlineData($"sessions?application_session_id={SessionId}", false)]
    [InlineData("events", false)]
    public void IsSession_OnlyItsOwnAddress(string relative, bool isSession) => Assert.Equal(isSession, DashboardUrls.IsSession(relative, SessionId));

    [Theory]
    [InlineData("5B1D6F2A-C8A2-11F1-8B7B-02420AEF93A0")]
    [InlineData("{5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0}")]
    [InlineData(" urn:uuid:5b1d6f2ac8a211f18b7b02420aef93a0.")]
    public void Session_OfAnIdInAnotherSpelling_IsItsCanonicalAddress(string id) => Assert.Equal($"sessions/{SessionId}", DashboardUrls.Session(id, CallEventQuery.Default));

    private static CallEvent Event(string? sessionId) =>
        new() { Name = "call.hangup", Type = "webhook", SessionId = sessionId, Fingerprint = "1795424400123400-00000000000000aa", Raw = "{}"u8.ToArray() };

    [Theory]
    [InlineData("events?from=%2B17025550166&key=Production", true)]
    [InlineData("sessions", true)]
    [InlineData("sessions/5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0?event=1", true)]
    [InlineData("keys", false)]
    [InlineData("//evil.example/events", false)]
    [InlineData("https://evil.example/events", false)]
    [InlineData("https:events", false)]
    [InlineData("sessions/../signout", false)]
    [InlineData("sessions/%2e%2e", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsView_OnlyAListOrASession(string? relative, bool isView) => Assert.Equal(isView, DashboardUrls.IsView(relative));
}
