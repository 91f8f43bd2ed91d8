using System.Net;
using System.Text.RegularExpressions;
using Bunit;
using CallEventsDashboard.Components.Status;
using CallEventsDashboard.Components.Requests;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Shared;

public sealed partial class FailureTextTests : DashboardContext
{
    /// <summary>Each kind of failure as the client gives it, with its public name and what it must not leave out.</summary>
    public static TheoryData<TelnyxException, string, string> Failures { get; } = new()
    {
        { Status(401), "unauthorized", "does not accept this API key" },
        { Status(403), "forbidden", "may not read call events" },
        { Status(422), "invalid-filter", "one of the filters" },
        { new TelnyxException(TelnyxError.InvalidRequest) { StatusCode = HttpStatusCode.BadRequest, Parameter = "filter[type]" }, "invalid-filter", "filter[type]" },
        { new TelnyxException(TelnyxError.RateLimited) { StatusCode = HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(20) }, "rate-limited", "20 s" },
        { new TelnyxException(TelnyxError.RateLimited) { RetryAfter = TimeSpan.FromSeconds(2.5) }, "rate-limited", "3 s" },
        { Status(301), "unavailable", "HTTP 301" },
        { Status(404), "unavailable", "HTTP 404" },
        { Status(418), "unavailable", "HTTP 418" },
        { Status(503), "unavailable", "HTTP 503" },
        { new TelnyxException(TelnyxError.Unavailable, TelnyxErrorReason.NameNotFound), "unavailable", "address could not be found" },
        { new TelnyxException(TelnyxError.Unavailable, TelnyxErrorReason.NoSecureConnection), "unavailable", "secure" },
        { new TelnyxException(TelnyxError.Unavailable, TelnyxErrorReason.ProxyRefused), "unavailable", "proxy" },
        { new TelnyxException(TelnyxError.Unavailable, TelnyxErrorReason.NotConnected), "unavailable", "network" },
        { Status(408), "timeout", "waited too long" },
        { new TelnyxException(TelnyxError.Timeout, TelnyxErrorReason.NoAnswerInTime) { AttemptTimeout = TimeSpan.FromSeconds(10) }, "timeout", "10 s" },
        { new TelnyxException(TelnyxError.Timeout, TelnyxErrorReason.NoConnectionInTime), "timeout", "connection" },
        { new TelnyxException(TelnyxError.Unreadable, TelnyxErrorReason.EndedEarly), "unreadable", "broke off" },
        { new TelnyxException(TelnyxError.Unreadable, TelnyxErrorReason.TooLarge) { MaxBodyBytes = 8 << 20 }, "unreadable", "8 MB" },
        { new TelnyxException(TelnyxError.Unreadable, TelnyxErrorReason.WebPage), "unreadable", "web page" },
        { new TelnyxException(TelnyxError.Unreadable, TelnyxErrorReason.WrongShape), "unreadable", "list of call events" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void From_EachFailure_SaysOnceWhatHappenedAndAWayOut(TelnyxException failure, string name, string fact)
    {
        var text = FailureText.From(failure);

        Assert.Equal(name, text.Name);
        Assert.Contains(fact, text.Text, StringComparison.Ordinal);
        Assert.False(text.Title.EndsWith('.'));
        Assert.EndsWith(".", text.WayOut, StringComparison.Ordinal);
        var sentences = Sentences().Split(text.Text);
        Assert.Equal(sentences.Distinct(StringComparer.OrdinalIgnoreCase), sentences);
    }

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void List_KeysAndRequests_SayTheSame(TelnyxException failure, string name, string fact)
    {
        var text = FailureText.From(failure);
        foreach (var hasRows in new[] { false, true })
        {
            var alert = Render<FeedAlert>(parameters => parameters.Add(it => it.Failure, new FeedFailure(failure, null)).Add(it => it.HasRows, hasRows)).Find("[role=alert]");
            Assert.Equal(name, alert.GetAttribute("data-error"));
            foreach (var part in new[] { text.Title, text.Explanation, text.WayOut }.OfType<string>())
                Assert.Equal(2, alert.TextContent.Split(part).Length);
            Assert.Contains(fact, alert.TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(alert.QuerySelectorAll("button"));
        }

        var row = RequestText.Error(new RequestEntry("", "page", Time.GetUtcNow(), TimeSpan.Zero, (int?)failure.StatusCode, null, 1, TimeSpan.Zero, failure.Error));
        Assert.Contains(row!.Replace("the API key", "this API key", StringComparison.Ordinal), text.Title, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void RateLimit_ThatEndsByItself_AsksForNothing()
    {
        var limited = new TelnyxException(TelnyxError.RateLimited) { StatusCode = HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(20) };
        var alert = Render<FeedAlert>(parameters => parameters.Add(it => it.Failure, new FeedFailure(limited, Time.GetUtcNow().AddSeconds(20)))).Find("[role=alert]");

        Assert.Contains("Resuming in 20 s", alert.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ry again", alert.TextContent, StringComparison.Ordinal);
        Assert.Empty(alert.QuerySelectorAll("button"));
    }

    [Fact]
    public void Names_OfAllErrors_AreTheirOwn()
    {
        var names = Enum.GetValues<TelnyxError>().Select(error => FailureText.From(new TelnyxException(error)).Name).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void From_AnErrorOfTheDashboard_BlamesNobodyElse()
    {
        var text = FailureText.From(new FeedFailure("K7M-4TQ"));

        Assert.Equal("unexpected", text.Name);
        Assert.Contains("not of Telnyx or of your key", text.Text, StringComparison.Ordinal);
        Assert.Contains("K7M-4TQ", text.Text, StringComparison.Ordinal);
    }

    private static TelnyxException Status(int status) => new(status switch
    {
        401 => TelnyxError.Unauthorized,
        403 => TelnyxError.Forbidden,
        408 => TelnyxError.Timeout,
        422 => TelnyxError.InvalidRequest,
        _ => TelnyxError.Unavailable,
    })
    { StatusCode = (HttpStatusCode)status };

    [GeneratedRegex(@"(?<=\.) ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();
}
