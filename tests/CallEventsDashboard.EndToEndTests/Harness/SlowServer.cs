using System.Text.RegularExpressions;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Holds back what the server sends to one page, as a slow server does.</summary>
public sealed class SlowServer(IPage page)
{
    private readonly List<Action> _held = [];
    private bool _isHolding;

    /// <summary>To be called before the page is opened.</summary>
    public static async Task<SlowServer> BeforeAsync(IPage page)
    {
        var server = new SlowServer(page);
        await page.RouteWebSocketAsync(new Regex("/_blazor", RegexOptions.None, TimeSpan.FromSeconds(1)), socket =>
        {
            var real = socket.ConnectToServer();
            real.OnMessage(frame => server.Pass(() =>
            {
                if (frame.Binary is { } bytes)
                    socket.Send(bytes);
                else
                    socket.Send(frame.Text ?? "");
            }));
        });
        return server;
    }

    public void Hold() => _isHolding = true;

    /// <summary>Sends what was held back, in its order, and holds nothing any more; the page has drawn it then.</summary>
    public async Task ReleaseAsync()
    {
        lock (_held)
        {
            _isHolding = false;
            _held.ForEach(send => send());
            _held.Clear();
        }

        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private void Pass(Action send)
    {
        lock (_held)
        {
            if (_isHolding)
                _held.Add(send);
            else
                send();
        }
    }
}
