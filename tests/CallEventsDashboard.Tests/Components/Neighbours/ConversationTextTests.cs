using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

public sealed class ConversationTextTests
{
    [Theory]
    [InlineData(1, false, 1, "1 turn")]
    [InlineData(100, true, 1, "the first 100 turns; there may be more")]
    [InlineData(130, true, 2, "130 turns, the first 100 of each conversation at most; there may be more")]
    public void Turns_OfAFullAnswer_AreSaidToBeTheFirst(int turns, bool isCut, int conversations, string words) =>
        Assert.Equal(words, ConversationText.Turns(turns, isCut, conversations));

    [Fact]
    public void Latency_OfAFullAnswer_IsSaidToBeOfItsTurns()
    {
        ConversationTurn[] turns = [new() { Perceived = TimeSpan.FromSeconds(1) }, new() { Perceived = TimeSpan.FromSeconds(9) }, new()];

        Assert.Equal("the one answer after 1.00 s, of these turns only", ConversationText.Latency(turns[..1], isCut: true));
        Assert.Equal("answers after 5.00 s (median), 9.00 s at most", ConversationText.Latency(turns, isCut: false));
        Assert.EndsWith(" at most, of these turns only", ConversationText.Latency(turns, isCut: true), StringComparison.Ordinal);
        Assert.Null(ConversationText.Latency([new()], isCut: false));
    }

    [Theory]
    [InlineData(10, 12, "10 of 12 conversations")]
    [InlineData(12, 12, null)]
    public void Part_OfAll_IsSaid(int read, int all, string? words) => Assert.Equal(words, NeighbourText.Part(read, all, "conversation"));
}
