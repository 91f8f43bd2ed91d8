using CallEventsDashboard.Neighbours;

namespace CallEventsDashboard.Components.Shared;

public sealed class NeighbourTextTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Not all of it is told while a question has no answer, whatever the others said.</summary>
    [Theory]
    [InlineData(2, null, NeighbourState.Answered, NeighbourState.Answered)]
    [InlineData(3, "2 of 3 requests answered", NeighbourState.Answered, NeighbourState.Answered)]
    [InlineData(2, "1 of 2 requests answered: rate limited by Telnyx", NeighbourState.Answered, NeighbourState.RateLimited)]
    [InlineData(2, "1 of 2 requests answered: not permitted with this key", NeighbourState.NotPermitted, NeighbourState.Answered)]
    [InlineData(3, "1 of 3 requests answered: no answer", NeighbourState.Answered, NeighbourState.Failed)]
    public void Unanswered_OfSeveralQuestions_IsSaidWithItsReason(int questions, string? words, params NeighbourState[] states) =>
        Assert.Equal(words, NeighbourText.Unanswered([.. states.Select(state => new NeighbourAnswer(state, [], At))], questions));
}
