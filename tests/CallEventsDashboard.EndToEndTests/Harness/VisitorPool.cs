using System.Collections.Concurrent;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>
/// The browsers that visitors of one app left as they had found them. A browser that has shown a page before opens the next with 40 % of the work of a
/// new one, and opening pages is most of the suite's time.
/// </summary>
public sealed class VisitorPool : IAsyncDisposable
{
    private readonly ConcurrentBag<Visitor> _idle = [];

    public async Task<Visitor> TakeAsync(IBrowser browser, Uri address, params Uri[] provider) =>
        _idle.TryTake(out var visitor) ? visitor : await Visitor.OpenAsync(browser, address, provider);

    /// <summary>Keeps a visitor's browser for the next one, or closes it where what was done in it can't be undone.</summary>
    public async Task ReturnAsync(Visitor visitor)
    {
        var isClean = false;
        try
        {
            isClean = await visitor.TryLeaveAsync();
        }
        catch (PlaywrightException)
        {
            // Its app has ended, or its page has.
        }

        if (isClean)
            _idle.Add(visitor);
        else
            await visitor.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var visitor))
            await visitor.DisposeAsync();
    }
}
