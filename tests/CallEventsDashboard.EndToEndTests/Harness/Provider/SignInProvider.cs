using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CallEventsDashboard.EndToEndTests.Harness.Provider;

/// <summary>A real OpenID Connect provider in the test process, at the addresses of an Entra ID directory or at plain ones.</summary>
public sealed class SignInProvider : IAsyncDisposable
{
    public const string ClientId = "2b1d3c4e-5f60-4a7b-8c9d-0e1f2a3b4c5d";
    public const string ClientSecret = "provider-and-app-know-this";
    public const string Role = "CallEvents.Read";

    private const string Elsewhere = "/sign-out-of-all";
    private const string Push = "/push";
    private const string UserCookie = "provider-user";
    private const string SignInCookie = "provider-session";

    private readonly WebApplication _app;
    private readonly string? _tenant;
    private readonly ConcurrentQueue<string> _sessions = new();

    private SignInProvider(TestAuthority authority, string? tenant)
    {
        _tenant = tenant;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(authority.Server)));
        builder.Services.AddAuthentication();
        builder.Services.AddOpenIddict().AddServer(Configure);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.Map(Paths.Authorize, (Delegate)Authorize);
        _app.Map(Paths.Logout, (Delegate)EndSession);
        _app.MapGet(Elsewhere, (HttpRequest request) => Results.Redirect($"{new Uri(Address, Paths.Logout)}{request.QueryString}"));
        _app.MapGet("/login", LogIn);
        _app.MapPost(Push, () =>
        {
            Pushes++;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        });
        _app.MapGet("/frame", (string url) => Results.Content($"<!doctype html><title>Signed out everywhere</title><iframe src=\"{url}\"></iframe>", "text/html"));
    }

    public ProviderUser Ada { get; } = new("Ada Lovelace", "a1a1a1a1-0000-4000-8000-000000000001");

    public ProviderUser Bob { get; } = new("Bob Kahn", "b2b2b2b2-0000-4000-8000-000000000002");

    public Uri Address => new(_app.Urls.First());

    /// <summary>What the app is configured with: the issuer, or for a directory the address in front of its id.</summary>
    public Uri Authority => new(Address, _tenant is null ? Paths.Issuer : "/");

    public string Issuer => new Uri(Address, Paths.Issuer).ToString();

    /// <summary>Where sessions end: on a host that is neither the app's nor the authority's, unless this is a directory.</summary>
    public Uri EndSessionAddress => _tenant is null ? new UriBuilder(Address) { Host = "localhost", Path = Elsewhere }.Uri : new Uri(Address, Paths.Logout);

    /// <summary>Changes the next ID tokens just before they are signed.</summary>
    public Action<SecurityTokenDescriptor>? Forge { get; set; }

    /// <summary>Changes the next ID tokens after they were signed.</summary>
    public Func<string, string>? Tamper { get; set; }

    /// <summary>The names of the sessions that were begun here, oldest first.</summary>
    public IReadOnlyCollection<string> Sessions => _sessions;

    /// <summary>How many ID tokens were given out.</summary>
    public int Tokens { get; private set; }

    /// <summary>How often the app asked for something for a sign-in that was merely begun. The provider offers it, and does not require it.</summary>
    public int Pushes { get; private set; }

    private ProviderPaths Paths => new(_tenant);

    /// <param name="tenant">The id of a directory; null for a provider that knows none.</param>
    public static async Task<SignInProvider> StartAsync(TestAuthority authority, string? tenant)
    {
        var provider = new SignInProvider(authority, tenant);
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>What the provider sends by itself when a session of its is over.</summary>
    public string LogoutToken(string session) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = ClientId,
        TokenType = "logout+jwt",
        SigningCredentials = _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials[0],
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sid"] = session,
            ["jti"] = RandomNumberGenerator.GetHexString(16),
            ["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(StringComparer.Ordinal) },
        },
    });

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode();
        // The port is known when the first request comes.
        server.Configure(options => options.Issuer = new Uri(Issuer));
        server.SetConfigurationEndpointUris(Paths.Configuration)
            .SetJsonWebKeySetEndpointUris(Paths.Keys)
            .SetAuthorizationEndpointUris(Paths.Authorize)
            .SetTokenEndpointUris(Paths.Token)
            .SetEndSessionEndpointUris(Paths.Logout);
        server.AllowAuthorizationCodeFlow().RegisterScopes(Scopes.Profile, Scopes.Email);
        server.AddEphemeralSigningKey().AddEphemeralEncryptionKey();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context => Check(context, context.ClientId == ClientId)));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context => Check(context, context.ClientId == ClientId && context.ClientSecret == ClientSecret)));
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => ValueTask.CompletedTask));
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler
            .UseInlineHandler(NameEndSession)
            .SetOrder(OpenIddictServerHandlers.Discovery.AttachEndpoints.Descriptor.Order + 1));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(ForgeToken)
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(TamperWithToken)
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order + 1));
    }

    private static ValueTask Check(BaseValidatingContext context, bool isKnown)
    {
        if (!isKnown)
            context.Reject(Errors.InvalidClient, "This is not the client that the test knows.");
        return ValueTask.CompletedTask;
    }

    private ValueTask NameEndSession(HandleConfigurationRequestContext context)
    {
        context.EndSessionEndpoint = EndSessionAddress;
        context.Metadata["pushed_authorization_request_endpoint"] = new Uri(Address, Push).ToString();
        return ValueTask.CompletedTask;
    }

    private ValueTask ForgeToken(GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.IdentityToken)
        {
            Tokens++;
            Forge?.Invoke(context.SecurityTokenDescriptor);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask TamperWithToken(GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.IdentityToken && Tamper is { } tamper && context.Token is { } token)
            context.Token = tamper(token);
        return ValueTask.CompletedTask;
    }

    private IResult Authorize(HttpContext context)
    {
        var name = context.Request.Cookies[UserCookie];
        var chooses = context.Request.Query["prompt"] == "select_account";
        var user = new[] { Ada, Bob }.FirstOrDefault(user => user.Name == name);
        if (user is null || chooses)
            return LoginPage(context.Request);
        if (user.IsDisabled)
            return Refusal();
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.AddClaim(Claims.Subject, user.Subject);
        identity.AddClaim(Claims.Name, user.Name);
        identity.AddClaim("sid", context.Request.Cookies[SignInCookie] ?? "");
        if (user.HasRole)
            identity.AddClaim("roles", Role);
        if (_tenant is not null)
            identity.AddClaim("tid", _tenant).AddClaim("oid", user.ObjectId);
        identity.SetScopes(Scopes.OpenId, Scopes.Profile);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult LoginPage(HttpRequest request)
    {
        var then = Uri.EscapeDataString($"{request.Path}{request.QueryString}".Replace("prompt=select_account", "", StringComparison.Ordinal));
        var choices = new[] { Ada, Bob }.Select(user => $"<p><a href=\"/login?user={Uri.EscapeDataString(user.Name)}&amp;then={then}\">{user.Name}</a></p>");
        return Results.Content($"<!doctype html><title>Provider</title><h1>Who are you?</h1>{string.Concat(choices)}", "text/html");
    }

    private IResult LogIn(HttpContext context, string user, string then)
    {
        var session = RandomNumberGenerator.GetHexString(32);
        _sessions.Enqueue(session);
        var options = new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.None };
        context.Response.Cookies.Append(UserCookie, user, options);
        context.Response.Cookies.Append(SignInCookie, session, options);
        return Results.LocalRedirect(then);
    }

    private static IResult EndSession(HttpContext context)
    {
        context.Response.Cookies.Delete(UserCookie);
        context.Response.Cookies.Delete(SignInCookie);
        return Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static IResult Refusal() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The account is disabled.",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
