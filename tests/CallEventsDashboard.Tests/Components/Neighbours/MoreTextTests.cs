using Bunit;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Neighbours;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>An answer that is not all of it is said to be so, and no other is.</summary>
public sealed class MoreTextTests : DashboardContext
{
    [Theory]
    [InlineData(3, 3L, null, null)]
    [InlineData(20, 20L, null, null)]
    [InlineData(20, 250L, null, "20 of 250 were read")]
    [InlineData(3, 250L, 3L, "3 of 250 were read")]
    [InlineData(19, null, null, null)]
    [InlineData(20, null, null, "there may be more than the 20 that were read")]
    [InlineData(10, null, 10L, "there may be more than the 10 that were read")]
    [InlineData(0, null, null, null)]
    public void More_ThanWasRead_IsSaidByTheCountOrByAFullPage(int read, long? total, long? pageSize, string? words) =>
        Assert.Equal(words, NeighbourText.More([Answer(read, total, pageSize)], 20));

    [Fact]
    public void More_OfSeveralAnswers_CountsThemAll() => Assert.Equal("23 of 253 were read", NeighbourText.More([Answer(20, 250, null), Answer(3, 3, null)], 20));

    [Theory]
    [InlineData(1L, false)]
    [InlineData(40L, true)]
    public void Deliveries_OfWhichNoneIsOfTheEvent_AreSaidToBeAFewOfMany(long total, bool isCut)
    {
        var answer = Render<DeliveryAnswer>(parameters => parameters.Add(it => it.Answer, Answer(1, total, null)).Add(it => it.EventId, "event"));

        Assert.Equal(isCut, answer.Find("[data-testid=no-deliveries]").TextContent.Contains("1 of 40 were read", StringComparison.Ordinal));
        Assert.Contains("proves nothing", answer.Find("[data-testid=no-deliveries]").TextContent, StringComparison.Ordinal);
    }

    private static NeighbourAnswer Answer(int read, long? total, long? pageSize) =>
        new(NeighbourState.Answered, [.. Enumerable.Repeat<ReadOnlyMemory<byte>>("{}"u8.ToArray(), read)], DateTimeOffset.UnixEpoch) { Total = total, PageSize = pageSize };
}
