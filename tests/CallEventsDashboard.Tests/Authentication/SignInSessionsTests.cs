using System.Security.Claims;
using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

public sealed class SignInSessionsTests
{
    private readonly SimulatedTime _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly SignInSessions _sessions;

    public SignInSessionsTests() => _sessions = New();

    [Fact]
    public void Session_Begun_LastsForItsLifetimeAndNotLonger()
    {
        var user = Begin();

        _time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(SignInState.Live, _sessions.StateOf(user));

        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(SignInState.Expired, _sessions.StateOf(user));
    }

    [Fact]
    public void Session_Ended_IsOverAtOnceAndOthersAreNot()
    {
        var (user, other) = (Begin(), Begin());

        _sessions.End(user);

        Assert.Equal(SignInState.Ended, _sessions.StateOf(user));
        Assert.Equal(SignInState.Live, _sessions.StateOf(other));
    }

    [Fact]
    public void Session_OfBeforeARestart_IsOver()
        => Assert.Equal(SignInState.Ended, New().StateOf(Begin()));

    [Fact]
    public void Claims_OfNoSession_AreOver()
    {
        Assert.Equal(SignInState.Ended, _sessions.StateOf(new ClaimsPrincipal(new ClaimsIdentity([new("sub", "ada")], "test"))));
        Assert.NotEqual(SignInState.Live, _sessions.StateOf(new ClaimsPrincipal(new ClaimsIdentity([new(SignInSessions.IdClaim, "x"), new(SignInSessions.EndsClaim, "never")], "test"))));
    }

    [Theory]
    [InlineData("https://id.example.com", "s1", SignInState.Ended)]
    [InlineData(null, "s1", SignInState.Ended)]
    [InlineData("https://id.example.com", "s2", SignInState.Live)]
    [InlineData("https://other.example.com", "s1", SignInState.Live)]
    public void ProviderSession_Ended_EndsWhatWasBegunOnIt(string? issuer, string session, SignInState expected)
    {
        var user = Begin("s1");
        var withoutName = Begin();

        _sessions.EndOfProvider(issuer, session);

        Assert.Equal(expected, _sessions.StateOf(user));
        Assert.Equal(SignInState.Live, _sessions.StateOf(withoutName));
    }

    [Fact]
    public void SignIn_OfSomebodyElseInTheSameBrowser_EndsWhatItHad()
    {
        var (ada, elsewhere) = (Begin(browser: "b1"), Begin(browser: "b2"));

        var bob = Begin(person: "bob", browser: "b1");

        Assert.Equal(SignInState.Ended, _sessions.StateOf(ada));
        Assert.Equal(SignInState.Live, _sessions.StateOf(bob));
        Assert.Equal(SignInState.Live, _sessions.StateOf(elsewhere));
    }

    [Fact]
    public void SignIn_OfTheSamePersonInTheSameBrowser_ReplacesWhatItHad_AndASignOutEndsBoth()
    {
        var first = Begin(browser: "b1");
        _time.Advance(TimeSpan.FromMinutes(1));

        var second = Begin(browser: "b1");

        Assert.Equal(SignInState.Expired, _sessions.StateOf(first));
        Assert.Equal(SignInState.Live, _sessions.StateOf(second));
        _sessions.End(second);
        Assert.Equal(SignInState.Ended, _sessions.StateOf(first));
    }

    [Fact]
    public void SignIns_OfOnePersonInOneBrowserAtOnce_ShareASession()
    {
        var tabs = Enumerable.Range(0, 20).AsParallel().Select(_ => Begin(browser: "b1")).ToList();

        Assert.All(tabs, tab => Assert.Equal(SignInState.Live, _sessions.StateOf(tab)));
        Assert.Equal(1, _sessions.Count);
        _sessions.End(tabs[0]);
        Assert.All(tabs, tab => Assert.Equal(SignInState.Ended, _sessions.StateOf(tab)));
    }

    [Fact]
    public void Sessions_LongOver_AreForgotten()
    {
        for (var i = 0; i < 100; i++)
            Begin();
        _time.Advance(TimeSpan.FromMinutes(61));
        Begin();

        Assert.Equal(1, _sessions.Count);
    }

    [Fact]
    public void Session_ThatNobodyUses_IsOver_AndIsNotRenewedSilently()
    {
        var user = Begin(browser: "b1");
        _time.Advance(TimeSpan.FromMinutes(59));
        _sessions.Touch(user);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SignInState.Expired, _sessions.StateOf(user));
        var renewed = Begin(browser: "b1");

        _time.Advance(TimeSpan.FromMinutes(58));
        Assert.Equal(SignInState.Live, _sessions.StateOf(renewed));
        Assert.False(_sessions.MustSignInAnew(renewed));
        _time.Advance(TimeSpan.FromMinutes(1));

        // Two hours after the last use, which the renewal was not.
        _time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromMinutes(59));
        var again = Begin(browser: "b1");
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(SignInState.Ended, _sessions.StateOf(again));
        Assert.True(_sessions.MustSignInAnew(again));
        Assert.Equal(SignInState.Live, _sessions.StateOf(Begin(browser: "b1")));
    }

    [Fact]
    public void Session_RenewedAgainAndAgain_IsOverTwelveHoursAfterTheSignIn()
    {
        var user = Begin(browser: "b1");
        for (var minutes = 0; minutes < (12 * 60) - 50; minutes += 50)
        {
            _sessions.Touch(user);
            _time.Advance(TimeSpan.FromMinutes(50));
            user = Begin(browser: "b1");
        }

        Assert.Equal(SignInState.Live, _sessions.StateOf(user));
        _sessions.Touch(user);
        _time.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(SignInState.Live, _sessions.StateOf(user));
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(SignInState.Ended, _sessions.StateOf(user));
        Assert.True(_sessions.MustSignInAnew(user));
        // Also by an app that was started again, from the cookie alone.
        Assert.True(New().MustSignInAnew(user));
        var next = Begin(browser: "b1");
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(SignInState.Live, _sessions.StateOf(next));
    }

    [Fact]
    public void SignIns_OfAPerson_AreTheirsAlone_AndEndOneByOneOrTogether()
    {
        var (first, second, bob) = (Begin(browser: "b1"), Begin(browser: "b2"), Begin(person: "bob", browser: "b3"));
        _time.Advance(TimeSpan.FromMinutes(2));
        _sessions.Touch(first);
        var ada = UserIdentity.From(first)!.Value;
        Assert.Equal([Id(first), Id(second)], _sessions.Of(ada).Select(one => one.Key));

        _sessions.EndOne(ada, Id(bob));
        _sessions.EndOne(ada, Id(second));
        Assert.Equal((SignInState.Live, SignInState.Ended, SignInState.Live), (_sessions.StateOf(first), _sessions.StateOf(second), _sessions.StateOf(bob)));

        var third = Begin(browser: "b4");
        _sessions.EndAll(ada);
        Assert.Equal((SignInState.Ended, SignInState.Ended, SignInState.Live), (_sessions.StateOf(first), _sessions.StateOf(third), _sessions.StateOf(bob)));
        Assert.Empty(_sessions.Of(ada));
    }

    [Theory]
    [InlineData(true, SignInState.Ended)]
    [InlineData(false, SignInState.Live)]
    public void Subject_SignedOutByItsProvider_LosesWhatIsMeant(bool isNamed, SignInState expected)
    {
        var (named, nameless, bob) = (Begin("s1"), Begin(), Begin(person: "bob"));

        Assert.Equal(isNamed ? 2 : 1, _sessions.EndOfSubject("https://id.example.com", "ada", isNamed));

        Assert.Equal((expected, SignInState.Ended, SignInState.Live), (_sessions.StateOf(named), _sessions.StateOf(nameless), _sessions.StateOf(bob)));
    }

    private static string Id(ClaimsPrincipal user) => user.FindFirst(SignInSessions.IdClaim)!.Value;

    private SignInSessions New() => new(_time, Options.Create(new SignInOptions()));

    private ClaimsPrincipal Begin(string? providerSession = null, string person = "ada", string? browser = null)
    {
        var identity = new ClaimsIdentity([new("iss", "https://id.example.com"), new("sub", person)], "test");
        if (providerSession is not null)
            identity.AddClaim(new(SignInSessions.ProviderSessionClaim, providerSession));
        _sessions.Begin(identity, new SignInOrigin(browser));
        return new ClaimsPrincipal(identity);
    }
}
