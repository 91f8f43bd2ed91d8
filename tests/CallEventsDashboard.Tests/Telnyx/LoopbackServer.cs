using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallEventsDashboard.Telnyx;

/// <summary>Writes raw bytes to whoever connects and closes the connection: what no well-behaved server can be made to do.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public LoopbackServer(params byte[][] answers)
    {
        _listener.Start();
        _loop = ServeAsync(answers);
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v2/");

    /// <summary>The head of each request, as it came.</summary>
    public List<string> Requests { get; } = [];

    public static byte[] Answer(string head, params byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\n\r\n"), .. body];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync(byte[][] answers)
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            Requests.Add(await ReadHeadAsync(stream));
            await stream.WriteAsync(answers[Math.Min(Requests.Count, answers.Length) - 1], _stop.Token);
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        int read;
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(buffer, _stop.Token)) > 0)
            head.Append(Encoding.ASCII.GetString(buffer, 0, read));
        return head.ToString();
    }
}
