using System.Net;
using System.Text;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Neighbours;

public sealed class CallStateTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The log is said to lack a hang-up only where all of the session was read.</summary>
    [Theory]
    [InlineData(SessionExtent.Whole, "Ended, says Telnyx; the log has no hang-up")]
    [InlineData(SessionExtent.NotRead, "Ended, says Telnyx; no hang-up is among the events that were read")]
    [InlineData(SessionExtent.Unknown, "Ended, says Telnyx; no hang-up is among the events that were read")]
    public void End_OfACall_BlamesTheLogOnlyForAWholeSession(SessionExtent extent, string words) =>
        Assert.Equal(words, CallStateText.Words(Answered("""{"is_alive":false}"""), extent, InstantFormat.Utc));

    /// <summary>Both times are Telnyx's own, so that this machine's clock says nothing of the age; one that is not said is not made up.</summary>
    [Theory]
    [InlineData("2026-11-23T09:58:00Z", "Up since 09:58:00.000 UTC (2 min 05 s), as of 10:00:00 UTC")]
    [InlineData("2026-11-23T10:00:05.4Z", "Up since 10:00:05.400 UTC, as of 10:00:00 UTC")]
    public void Age_OfACall_IsThatByTelnyxsClock(string start, string words) => Assert.Equal(
        words,
        CallStateText.Words(Answered($$"""{"is_alive":true,"start_time":"{{start}}"}""") with { ServedAt = At.AddSeconds(5) }, SessionExtent.Whole, InstantFormat.Utc));

    private static NeighbourAnswer Answered(string record) => new(NeighbourState.Answered, [Encoding.UTF8.GetBytes(record)], At);

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, "90018", true)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "10015", false)]
    [InlineData(HttpStatusCode.UnprocessableEntity, null, false)]
    [InlineData(HttpStatusCode.BadRequest, "90018", false)]
    public void Refusal_OfTheQuestion_MeansThatTheCallIsOverOnlyWithTheCodeForThat(HttpStatusCode status, string? code, bool isOver)
    {
        var answer = NeighbourAnswer.From(new TelnyxException(TelnyxError.InvalidRequest) { StatusCode = status, Code = code }, At);

        Assert.Equal(isOver, CallStateText.IsOver(answer));
        Assert.Equal(isOver, CallStateText.Words(answer, SessionExtent.Whole, InstantFormat.Utc).Contains("ten minutes after its end", StringComparison.Ordinal));
    }
}
