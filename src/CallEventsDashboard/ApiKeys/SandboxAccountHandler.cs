using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Answers in place of Telnyx with the sample account. It is made up at the first request, beside whoever waits for it.</summary>
public sealed class SandboxAccountHandler(TimeProvider time) : HttpMessageHandler
{
    private readonly Lazy<Task<HttpMessageInvoker>> _account = new(() => Task.Run(() => new HttpMessageInvoker(new SandboxHandler(new SandboxApi(Options, time)))));

    /// <summary>A day of a mid-sized account, as far away as Telnyx usually is, in which calls go on at the day's average rate.</summary>
    public static SandboxOptions Options { get; } = new()
    {
        Events = 20_000,
        Latency = TimeSpan.FromMilliseconds(120),
        LiveRate = 20_000 / 86_400.0,
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var account = await _account.Value.WaitAsync(cancellationToken);
        return await account.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _account is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made })
            made.Result.Dispose();
        base.Dispose(disposing);
    }
}
