using System.Text;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventsClientRetryTests
{
    private static readonly byte[] Beginning = Encoding.UTF8.GetBytes("""{"data":[""");

    [Fact]
    public async Task ListAsync_ThirdAttemptSucceeds_ReturnsItAndToldOfBoth()
    {
        using var fixture = new ClientFixture(StubHandler.Status(503), StubHandler.Throw(new HttpRequestException()), StubHandler.Ok(ClientFixture.EmptyPage));

        Assert.Equal(0, (await fixture.ListAsync()).TotalResults);

        Assert.Equal([(2, 3), (3, 3)], fixture.Retries.Select(retry => (retry.Next, retry.Of)));
        Assert.All(fixture.Retries, retry => Assert.Equal(TelnyxError.Unavailable, retry.Reason.Error));
    }

    [Fact]
    public async Task ListAsync_Retry_WaitsAsLongAsItSaid()
    {
        using var fixture = new ClientFixture(StubHandler.Status(500), StubHandler.Ok(ClientFixture.EmptyPage));

        var page = fixture.StartAsync(TestContext.Current.CancellationToken);
        var wait = Assert.Single(fixture.Retries).Wait;
        Assert.InRange(wait, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));
        fixture.Time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.Single(fixture.Handler.Asked);
        fixture.Time.Advance(TimeSpan.FromMilliseconds(2));
        await page;

        Assert.Equal(2, fixture.Handler.Asked.Count);
    }

    [Fact]
    public async Task ListAsync_RetriesOfManyClients_AreSpread()
    {
        async Task<TimeSpan> FirstWaitAsync(double random)
        {
            using var fixture = new ClientFixture(new CallEventsClientOptions { Random = () => random }, StubHandler.Status(500));
            await fixture.FailAsync();
            return fixture.Retries[0].Wait;
        }

        Assert.NotEqual(await FirstWaitAsync(0.1), await FirstWaitAsync(0.9));
    }

    [Fact]
    public async Task ListAsync_LastAttemptDiffers_ThrowsWhatItMet()
    {
        using var fixture = new ClientFixture(StubHandler.Status(500), StubHandler.Status(401));

        Assert.Equal(TelnyxError.Unauthorized, (await fixture.FailAsync()).Error);
        Assert.Equal(2, fixture.Handler.Asked.Count);
    }

    [Fact]
    public async Task ListAsync_OneAttemptAllowed_IsNotRepeated()
    {
        using var fixture = new ClientFixture(new CallEventsClientOptions { MaxAttempts = 1 }, StubHandler.Status(500));

        Assert.Equal(TelnyxError.Unavailable, (await fixture.FailAsync()).Error);
        Assert.Single(fixture.Handler.Asked);
    }

    [Fact]
    public async Task ListAsync_NoAnswerInTime_IsATimeoutAfterThreeAttempts()
    {
        using var fixture = new ClientFixture(StubHandler.Hang());

        var failure = await fixture.FailAsync();

        Assert.Equal(TelnyxError.Timeout, failure.Error);
        Assert.Equal((TelnyxErrorReason.NoAnswerInTime, TimeSpan.FromSeconds(10)), (failure.Reason, failure.AttemptTimeout));
        Assert.Equal(3, fixture.Handler.Asked.Count);
    }

    [Fact]
    public async Task ListAsync_BodyHangs_IsATimeout()
    {
        using var body = new BrokenStream(Beginning, cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));
        using var fixture = new ClientFixture(new CallEventsClientOptions { MaxAttempts = 1 }, StubHandler.Body(body));

        Assert.Equal(TelnyxError.Timeout, (await fixture.FailAsync()).Error);
    }

    [Fact]
    public async Task ListAsync_BodyBreaksOff_IsTriedAgainAndThenUnreadable()
    {
        using var first = new BrokenStream(Beginning, _ => Task.FromException(new HttpIOException(HttpRequestError.ResponseEnded)));
        using var second = new BrokenStream(Beginning, _ => Task.FromException(new InvalidDataException("gzip")));
        using var third = new BrokenStream(Beginning, _ => Task.FromException(new IOException("reset")));
        using var fixture = new ClientFixture(StubHandler.Body(first), StubHandler.Body(second), StubHandler.Body(third));

        Assert.Equal(TelnyxError.Unreadable, (await fixture.FailAsync()).Error);
        Assert.Equal(3, fixture.Handler.Asked.Count);
    }

    [Fact]
    public async Task ListAsync_ErrorBodyBreaksOff_KeepsTheStatus()
    {
        using var body = new BrokenStream(Beginning, _ => Task.FromException(new IOException("reset")));
        using var fixture = new ClientFixture((_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden) { Content = new StreamContent(body) }));

        Assert.Equal(TelnyxError.Forbidden, (await fixture.FailAsync()).Error);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("headers")]
    [InlineData("body")]
    [InlineData("wait")]
    [InlineData("failure")]
    public async Task ListAsync_CallerCancels_ThrowsWithTheCallersToken(string during)
    {
        using var source = new CancellationTokenSource();
        using var body = new BrokenStream(Beginning, cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));
        using var fixture = new ClientFixture(during switch
        {
            "body" => StubHandler.Body(body),
            "wait" => StubHandler.Status(500),
            "failure" => async (_, _) =>
            {
                await source.CancelAsync();
                throw new HttpRequestException();
            }
            ,
            _ => StubHandler.Hang(),
        });
        if (during == "before")
            await source.CancelAsync();

        var page = fixture.StartAsync(source.Token);
        await source.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => page);

        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.Equal(during == "before" ? 0 : 1, fixture.Handler.Asked.Count);
    }
}
