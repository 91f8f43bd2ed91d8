using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Events;

/// <summary>The list of events without the page around it.</summary>
public sealed class EventGridTests : EventsContext
{
    private const int Rows = 1500;
    private const int Far = 700;

    public EventGridTests() => Account = new SandboxOptions { Events = Rows, Span = TimeSpan.FromHours(12) };

    [Fact]
    public async Task Feed_ThatTakesThePlaceOfAnotherOfAsManyRows_IsToldTheRowsInView()
    {
        await StoreKeyAsync();
        using var first = await OpenFeedAsync();
        using var second = await OpenFeedAsync();
        var grid = Render<EventGrid>(parameters => parameters.Add(it => it.Feed, first).Add(it => it.Status, first.Status));
        await grid.InvokeAsync(() => grid.Instance.SetRowsAsync(32, int.MaxValue));
        await grid.InvokeAsync(() => grid.Instance.ShowRowsAsync(Far, 30));
        await grid.WaitForStateAsync(() => first.Row(Far) is not null);

        grid.Render(parameters => parameters.Add(it => it.Feed, second).Add(it => it.Status, second.Status));

        await grid.WaitForStateAsync(() => second.Row(Far) is not null);
    }

    private async Task<CallEventFeed> OpenFeedAsync()
    {
        var account = Services.GetRequiredService<ApiKeyStore>().ActiveAccount!;
        var feed = Services.GetRequiredService<CallEventFeedFactory>().OpenNew(Services.GetRequiredService<CallEventsClientFactory>().For(account), account.Key, CallEventQuery.Default);
        var isOpen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        feed.Changed += Look;
        feed.Want(0, 30);
        Look();
        await isOpen.Task.WaitAsync(Limits.Wait, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(Rows, feed.Status.RowCount);
        return feed;

        void Look()
        {
            if (feed.Status.Coverage is Feeds.Coverage.Complete)
                isOpen.TrySetResult();
        }
    }
}
