using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Status;

public class FeedErrorTextTests
{
    [Theory]
    [InlineData(TelnyxError.Unauthorized, "unauthorized")]
    [InlineData(TelnyxError.Forbidden, "forbidden")]
    [InlineData(TelnyxError.InvalidRequest, "invalid-filter")]
    [InlineData(TelnyxError.RateLimited, "rate-limited")]
    [InlineData(TelnyxError.Unavailable, "unavailable")]
    [InlineData(TelnyxError.Timeout, "timeout")]
    [InlineData(TelnyxError.Unreadable, "unreadable")]
    public void Of_EachError_HasItsPublicNameATitleAndANextStep(TelnyxError error, string name)
    {
        var text = FeedErrorText.From(new TelnyxException(error, "No."));

        Assert.Equal(name, text.Name);
        Assert.NotEmpty(text.Title);
        Assert.NotEmpty(text.NextStep);
    }

    [Fact]
    public void Of_AllErrors_HaveNamesOfTheirOwn()
    {
        var names = Enum.GetValues<TelnyxError>().Select(error => FeedErrorText.From(new TelnyxException(error, "No.")).Name).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Of_AnErrorOfTheDashboard_BlamesNobodyElse()
    {
        var failure = new FeedFailure("K7M-4TQ");

        Assert.Equal("unexpected", FeedErrorText.From(failure).Name);
        Assert.Contains("K7M-4TQ", failure.Message, StringComparison.Ordinal);
    }
}
