using Microsoft.AspNetCore.Authentication;

namespace CallEventsDashboard.Authentication;

public sealed class SignInAttemptTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData("b1", 0, true)]
    [InlineData("b1", 15, true)]
    [InlineData("b1", 16, false)]
    [InlineData("b2", 0, false)]
    [InlineData(null, 0, false)]
    public void Attempt_EndsWell_InItsOwnBrowserAndTimeAlone(string? browser, int minutes, bool expected)
    {
        var properties = new AuthenticationProperties();
        SignInAttempt.Begin(properties, "b1", Now);

        Assert.Equal(expected, SignInAttempt.End(properties, browser, Now + TimeSpan.FromMinutes(minutes), Limit));
        Assert.Empty(properties.Items);
        Assert.False(SignInAttempt.End(properties, browser, Now, Limit));
    }

    [Fact]
    public void Attempt_OfNoBrowser_NeverEndsWell()
        => Assert.False(SignInAttempt.End(new AuthenticationProperties(), browser: null, Now, Limit));
}
