using System.Net.Sockets;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What no Sandbox can simulate: there is no service at all.</summary>
public sealed class ConnectionFaultTests : IDisposable
{
    private readonly FeedFixture _fixture = new(new SandboxOptions { Events = 2000 });

    public static TheoryData<HttpRequestError> Errors() => [HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task FirstLoad_NoConnection_IsUnavailableAfterThreeTriesAndPasses(HttpRequestError error)
    {
        _fixture.Wire.Failure = new HttpRequestException(error, "No.", new SocketException((int)SocketError.ConnectionRefused));
        var feed = _fixture.Open();
        await AssertUnavailableAsync(feed);
        Assert.Equal(Coverage.Failed, feed.Status.Coverage);

        await RecoverAsync(feed);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Scroll_NoConnection_KeepsTheRowsAndPasses(HttpRequestError error)
    {
        var feed = _fixture.Open();
        await _fixture.UntilAsync(() => feed.Status.RowCount > 0 && feed.Row(59) is not null);
        _fixture.Wire.Failure = new HttpRequestException(error, "No.");
        feed.Want(feed.Status.RowCount / 2, 60);
        await AssertUnavailableAsync(feed);
        Assert.NotNull(feed.Row(0));

        await RecoverAsync(feed);
    }

    [Fact]
    public async Task FirstLoad_FailsTwiceThenAnswers_ShowsTheRowsWithoutAFailure()
    {
        _fixture.Api.Faults = new SandboxFaults { Fault = Fault.Reset, Times = 2 };
        var feed = _fixture.Open();

        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed));
        Assert.Equal([2, 3], _fixture.Retries.Select(retry => retry.Next).Distinct().Order());
        Assert.Null(feed.Status.Retrying);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task AssertUnavailableAsync(CallEventFeed feed)
    {
        var status = await _fixture.UntilAsync(feed, status => status.Failure is not null);
        Assert.Equal(TelnyxError.Unavailable, status.Failure!.Error!.Error);
        Assert.Null(status.Failure.RetryAt);
        Assert.Equal([2, 3], _fixture.Retries.Select(retry => retry.Next).Distinct().Order());
    }

    private async Task RecoverAsync(CallEventFeed feed)
    {
        await _fixture.UntilAsync(() => !_fixture.Time.HasAttempts && !_fixture.Time.HasWaits);
        _fixture.Wire.Failure = null;
        FeedFixture.Retry(feed);
        _fixture.AssertWhole(await _fixture.ReadAllAsync(feed));
    }
}
