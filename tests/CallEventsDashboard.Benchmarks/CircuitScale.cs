using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallEventsDashboard.Benchmarks;

/// <summary>Stands between the browser and the app, and weighs what the app sends over WebSockets, as it is on the wire.</summary>
internal sealed class CircuitScale : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopped = new();
    private readonly Uri _app;
    private long _bytes;

    public CircuitScale(Uri app)
    {
        _app = app;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public long Bytes => Interlocked.Read(ref _bytes);

    public void Reset() => Interlocked.Exchange(ref _bytes, 0);

    public void Dispose()
    {
        _stopped.Cancel();
        _listener.Dispose();
        _stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopped.IsCancellationRequested)
            _ = RelayAsync(await _listener.AcceptTcpClientAsync(_stopped.Token));
    }

    private async Task RelayAsync(TcpClient browser)
    {
        using var app = new TcpClient();
        using (browser)
        {
            await app.ConnectAsync(_app.Host, _app.Port, _stopped.Token);
            var isSocket = false;
            var up = CopyAsync(browser.GetStream(), app.GetStream(), sent => isSocket |= Encoding.ASCII.GetString(sent.Span).Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase));
            var down = CopyAsync(app.GetStream(), browser.GetStream(), sent => Interlocked.Add(ref _bytes, isSocket ? sent.Length : 0));
            await Task.WhenAny(up, down);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> seen)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, _stopped.Token) is > 0 and var read)
        {
            seen(buffer.AsMemory(0, read));
            await to.WriteAsync(buffer.AsMemory(0, read), _stopped.Token);
        }
    }
}
