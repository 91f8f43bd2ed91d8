namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The published app by itself, and a client that follows no redirect and says only what it is told to.</summary>
public sealed class PlainApp : IAsyncLifetime
{
    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");
    private ServerProcess? _process;

    public ServerProcess Process => _process!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = await StartAsync(_keyRing.FullName);
        Client = ClientOf(_process.Address);
    }

    public static Task<ServerProcess> StartAsync(string keyRing, params (string Name, string Value)[] settings) => StartAsync("http", keyRing, settings);

    public static Task<ServerProcess> StartAsync(string scheme, string keyRing, params (string Name, string Value)[] settings) =>
        ServerProcess.StartAsync([Published.App, "--urls", $"{scheme}://127.0.0.1:0"], Environment(keyRing, settings), Path.GetTempPath());

    /// <summary>The settings of an app that lets everybody in, and those that a test adds.</summary>
    public static Dictionary<string, string> Environment(string keyRing, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Authentication__Mode"] = "Anonymous",
            ["DataProtection__KeyRing"] = keyRing,
        };
        foreach (var (name, value) in settings)
            environment[name] = value;
        return environment;
    }

    public static HttpClient ClientOf(Uri address) =>
        new(new SocketsHttpHandler { Expect100ContinueTimeout = Limits.Wait, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true) { BaseAddress = address };

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
        _keyRing.Delete(recursive: true);
    }
}
