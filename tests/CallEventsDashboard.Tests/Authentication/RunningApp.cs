using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CallEventsDashboard.Authentication;

/// <summary>The app as its own program composes it, listening on a free port of 127.0.0.1 in the test process.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private static readonly string[] Defaults =
    [
        "--environment=Production", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", "--applicationName=CallEventsDashboard", "--urls=http://127.0.0.1:0", "--AllowedHosts=calls.example.com",
        "--AzureAd:TenantId=9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c", "--AzureAd:ClientId=2b1d3c4e-5f60-4a7b-8c9d-0e1f2a3b4c5d", "--AzureAd:ClientSecret=secret",
        "--OpenIdConnect:Authority=https://id.example.com", "--OpenIdConnect:ClientId=dashboard", "--OpenIdConnect:ClientSecret=secret",
    ];

    private readonly DirectoryInfo _ring = Directory.CreateTempSubdirectory("call-events-");
    private readonly TaskCompletionSource<IHost> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _program;

    private RunningApp(string[] settings)
        => _program = Task.Factory.StartNew(() => Run(settings), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public IServiceProvider Services => _host.Task.Result.Services;

    /// <summary>Where it listens; it answers to the name calls.example.com alone.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    /// <param name="settings">Each as <c>key=value</c>. What the providers need is there; the mode is not.</param>
    public static async Task<RunningApp> StartAsync(params string[] settings)
    {
        var app = new RunningApp(settings);
        var host = await app._host.Task;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await Task.WhenAny(started.Task, app._program);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _program;
        _ring.Delete(recursive: true);
    }

    private void Run(string[] settings)
    {
        using var listeners = DiagnosticListener.AllListeners.Subscribe(new BuiltHost(_host));
        try
        {
            string[] arguments = [.. Defaults, $"--DataProtection:KeyRing={_ring.FullName}", .. settings.Select(setting => $"--{setting}")];
            typeof(Program).Assembly.EntryPoint!.Invoke(null, [arguments]);
            _host.TrySetException(new InvalidOperationException("The program ended before it had composed the app."));
        }
        catch (Exception e)
        {
            _host.TrySetException(e);
            throw;
        }
    }

    /// <summary>A host says through a listener that it is built, on the thread that builds it; other tests build theirs on other threads.</summary>
    private sealed class BuiltHost(TaskCompletionSource<IHost> found) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting" && Environment.CurrentManagedThreadId == _thread)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host } && Environment.CurrentManagedThreadId == _thread)
                found.TrySetResult(host);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
