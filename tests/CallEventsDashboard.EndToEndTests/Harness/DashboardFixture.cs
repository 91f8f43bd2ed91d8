using System.Collections.Concurrent;
using CallEventsDashboard.EndToEndTests.Harness;

[assembly: AssemblyFixture(typeof(CalmFixture))]

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The published app over a Sandbox program of its own.</summary>
public abstract class DashboardFixture(string[] sandboxOptions, IReadOnlyDictionary<string, string> settings) : IAsyncLifetime
{
    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");
    private ServerProcess? _app;
    private SandboxProgram? _sandbox;

    public SandboxProgram Sandbox => _sandbox!;

    public Uri Address => _app!.Address;

    /// <summary>What the app has logged so far.</summary>
    public string Log => _app!.Output;

    /// <summary>How much the app has logged so far, in characters.</summary>
    public int LogLength => _app!.OutputLength;

    /// <inheritdoc cref="ServerProcess.WaitForOutputAsync"/>
    public Task<string> WaitForLogAsync(int from, Predicate<string> isEnough) => _app!.WaitForOutputAsync(from, isEnough);

    /// <summary>Secrets in what the app has logged since this was last asked; there must be none.</summary>
    public IEnumerable<string> HuntLog() => Canary.FindAll(_app!.ReadOn()).Select(hit => $"a secret in the log: {hit}");

    /// <summary>By API key: a browser's storage that holds it, once one test has stored it.</summary>
    public ConcurrentDictionary<string, BrowserStorage> StoredKeys { get; } = new(StringComparer.Ordinal);

    public VisitorPool Visitors { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxProgram.StartAsync(sandboxOptions);
        var environment = new Dictionary<string, string>(settings.Concat(Canary.LogAll), StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Authentication__Mode"] = "Anonymous",
            ["DataProtection__KeyRing"] = _keyRing.FullName,
            ["Sandbox__Enabled"] = "true",
            ["Telnyx__BaseUrl"] = _sandbox.BaseUrl.ToString(),
        };
        _app = await StartAsync(environment);
    }

    /// <summary>Starts the published app.</summary>
    protected virtual Task<ServerProcess> StartAsync(Dictionary<string, string> environment) =>
        ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], environment, Path.GetTempPath());

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Visitors.DisposeAsync();
        }
        finally
        {
            if (_app is not null)
                await _app.DisposeAsync();
            if (_sandbox is not null)
                await _sandbox.DisposeAsync();
            _keyRing.Delete(recursive: true);
            GC.SuppressFinalize(this);
        }
    }
}

/// <summary>100,000 events, oldest first, in the shape seen in the field; nothing goes wrong, and no test changes anything: all that only read share it.</summary>
public sealed class CalmFixture() : DashboardFixture(
    ["--events", "100000", "--seed", "1", "--latency", "20", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal));

/// <summary>A service that a test may break: whoever uses it mends it.</summary>
public sealed class TroubleFixture() : DashboardFixture(
    ["--events", "20000", "--seed", "2", "--latency", "20", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal));

/// <summary>An account whose longest session has more legs than are drawn at once.</summary>
public sealed class CrowdFixture() : DashboardFixture(
    ["--events", "3000", "--seed", "3", "--long-session", "2000", "--long-session-legs", "120", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(Crowd))]
public sealed class Crowd : ICollectionFixture<CrowdFixture>;

[CollectionDefinition(nameof(Trouble))]
public sealed class Trouble : ICollectionFixture<TroubleFixture>;
