using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.EndToEndTests.Harness.Provider;

/// <summary>The published app over https, behind a provider on another site.</summary>
public abstract class SignInFixture(string? tenant, IReadOnlyDictionary<string, string> settings) : IAsyncLifetime
{
    private readonly TestAuthority _authority = new();
    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");
    private ServerProcess? _app;
    private SignInProvider? _provider;

    public VisitorPool Visitors { get; } = new();

    public SignInProvider Provider => _provider!;

    /// <summary>A name of its own: cookies know no ports, and 127.0.0.1 is the provider's.</summary>
    public Uri Address => new UriBuilder(_app!.Address) { Host = "app.localhost" }.Uri;

    /// <summary>What the app has logged so far.</summary>
    public string Log => _app!.Output;

    /// <summary>How much the app has logged so far, in characters.</summary>
    public int LogLength => _app!.OutputLength;

    /// <inheritdoc cref="ServerProcess.WaitForOutputAsync"/>
    public Task<string> WaitForLogAsync(int from, Predicate<string> isEnough) => _app!.WaitForOutputAsync(from, isEnough);

    /// <summary>Secrets in what the app has logged since this was last asked; there must be none.</summary>
    public IEnumerable<string> HuntLog() => Canary.FindAll(_app!.ReadOn()).Select(hit => $"a secret in the log: {hit}");

    /// <summary>A client that trusts the app's certificate, finds its name, keeps no cookie and follows no redirect.</summary>
    public HttpClient Client() => new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            SslOptions = { CertificateChainPolicy = _authority.Trust },
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        },
        disposeHandler: true)
    { BaseAddress = Address };

    public async ValueTask InitializeAsync()
    {
        _provider = await SignInProvider.StartAsync(_authority, tenant);
        await StartAsync(port: 0);
    }

    /// <summary>Ends the app and starts it again at its address, with its key ring or a new one.</summary>
    public async Task RestartAsync(bool withNewKeyRing = false)
    {
        var port = _app!.Address.Port;
        Assert.Empty(HuntLog());
        await _app.DisposeAsync();
        if (withNewKeyRing)
        {
            foreach (var file in _keyRing.GetFiles())
                file.Delete();
        }

        await StartAsync(port);
    }

    private async Task StartAsync(int port)
    {
        var environment = new Dictionary<string, string>(settings.Concat(Canary.LogAll), StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["AllowedHosts"] = "app.localhost",
            ["DataProtection__KeyRing"] = _keyRing.FullName,
            ["Kestrel__Certificates__Default__Path"] = _authority.ServerFile,
            ["Kestrel__Certificates__Default__Password"] = TestAuthority.Password,
            ["Sandbox__Enabled"] = "true",
            ["SSL_CERT_FILE"] = _authority.BundleFile,
            ["Authentication__RevalidationInterval"] = "00:00:01",
            ["Authentication__RequiredRole"] = SignInProvider.Role,
        };
        foreach (var (name, value) in ProviderSettings())
            environment[name] = value;
        _app = await ServerProcess.StartAsync([Published.App, "--urls", $"https://127.0.0.1:{port}"], environment, Path.GetTempPath());
    }

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
            if (_provider is not null)
                await _provider.DisposeAsync();
            _keyRing.Delete(recursive: true);
            _authority.Dispose();
            GC.SuppressFinalize(this);
        }
    }

    private Dictionary<string, string> ProviderSettings() => tenant is null
        ? new(StringComparer.Ordinal)
        {
            ["Authentication__Mode"] = "OpenIdConnect",
            ["OpenIdConnect__Authority"] = Provider.Authority.ToString(),
            ["OpenIdConnect__ClientId"] = SignInProvider.ClientId,
            ["OpenIdConnect__ClientSecret"] = SignInProvider.ClientSecret,
        }
        : new(StringComparer.Ordinal)
        {
            ["Authentication__Mode"] = "EntraId",
            ["AzureAd__Instance"] = Provider.Authority.ToString(),
            ["AzureAd__TenantId"] = tenant,
            ["AzureAd__ClientId"] = SignInProvider.ClientId,
            ["AzureAd__ClientSecret"] = SignInProvider.ClientSecret,
        };
}

/// <summary>Entra ID's ways: one directory, people known by their object id.</summary>
public sealed class EntraFixture() : SignInFixture(Tenant, new Dictionary<string, string>(StringComparer.Ordinal))
{
    public const string Tenant = "9f2c1b7a-3d4e-4f5a-8b6c-7d8e9f0a1b2c";
}

/// <summary>Any other provider.</summary>
public sealed class GenericFixture() : SignInFixture(null, new Dictionary<string, string>(StringComparer.Ordinal));

/// <summary>As <see cref="GenericFixture"/>, but a sign-in is renewed after some seconds.</summary>
public sealed class BriefFixture() : SignInFixture(null, new Dictionary<string, string>(StringComparer.Ordinal) { ["Authentication__SessionLifetime"] = "00:00:10" });

[CollectionDefinition(nameof(Entra))]
public sealed class Entra : ICollectionFixture<EntraFixture>;

[CollectionDefinition(nameof(Generic))]
public sealed class Generic : ICollectionFixture<GenericFixture>;

[CollectionDefinition(nameof(Brief))]
public sealed class Brief : ICollectionFixture<BriefFixture>;
