using System.Net;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Neighbours;

public sealed class CallStateTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, "90018", true)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "10015", false)]
    [InlineData(HttpStatusCode.UnprocessableEntity, null, false)]
    [InlineData(HttpStatusCode.BadRequest, "90018", false)]
    public void Refusal_OfTheQuestion_MeansThatTheCallIsOverOnlyWithTheCodeForThat(HttpStatusCode status, string? code, bool isOver)
    {
        var answer = NeighbourAnswer.From(new TelnyxException(TelnyxError.InvalidRequest) { StatusCode = status, Code = code }, At);

        Assert.Equal(isOver, CallStateText.IsOver(answer));
        Assert.Equal(isOver, CallStateText.Words(answer, InstantFormat.Utc).Contains("ten minutes after its end", StringComparison.Ordinal));
    }
}
