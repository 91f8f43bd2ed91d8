using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.ApiKeys;

public sealed class CallEventsClientFactoryTests
{
    [Fact]
    public async Task For_SampleAccount_AnswersFromInsideTheProcess()
    {
        await using var provider = Provider(enabled: true);
        var page = await provider.GetRequiredService<CallEventsClientFactory>().For(Account("KEY_SANDBOX", isSandbox: true))
            .ListAsync(Key("KEY_SANDBOX"), CallEventFilter.None, PageRequest.Smallest, onRetry: null, TestContext.Current.CancellationToken);

        Assert.Single(page.Events);
        Assert.InRange(page.TotalResults ?? 0, 19_900, 20_100);
    }

    [Fact]
    public async Task For_SampleAccountTurnedOff_IsRefused()
    {
        await using var provider = Provider(enabled: false);
        var clients = provider.GetRequiredService<CallEventsClientFactory>();

        Assert.Throws<InvalidOperationException>(() => clients.For(Account("KEY_SANDBOX", isSandbox: true)));
    }

    [Fact]
    public async Task For_TwoKeys_IsOneClient()
    {
        await using var provider = Provider(enabled: false);
        var clients = provider.GetRequiredService<CallEventsClientFactory>();

        Assert.Same(clients.For(Account("KEY1", isSandbox: false)), clients.For(Account("KEY2", isSandbox: false)));
    }

    private static ServiceProvider Provider(bool enabled) => new ServiceCollection()
        .Configure<SandboxAccountOptions>(options => options.Enabled = enabled)
        .AddLogging()
        .AddApiKeys()
        .BuildServiceProvider();

    private static ApiAccount Account(string key, bool isSandbox) => new("Any", Key(key), isSandbox);

    private static ApiKey Key(string text) => ApiKey.TryParse(text) ?? throw new InvalidOperationException();
}
