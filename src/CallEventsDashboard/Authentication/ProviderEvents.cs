using System.Security.Claims;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>The dashboard's additions to the framework's sign-in handler: the check of who may enter, the claims that are kept of a token, and the handling of a refusal.</summary>
internal sealed partial class ProviderEvents(string tenant, SignInSessions sessions, IOptions<SignInOptions> options, TimeProvider time, ISignInJournal journal, ILogger<ProviderEvents> logger)
{
    private int _warned;

    /// <param name="tenant">The directory that people must belong to; null where the issuer says it all.</param>
    public static void Attach(OpenIdConnectOptions provider, string? tenant, IServiceProvider services)
    {
        var own = ActivatorUtilities.CreateInstance<ProviderEvents>(services, [tenant ?? ""]);
        var (redirect, validated, signOut) = (provider.Events.OnRedirectToIdentityProvider, provider.Events.OnTokenValidated, provider.Events.OnRedirectToIdentityProviderForSignOut);
        provider.Events.OnRedirectToIdentityProvider = async context =>
        {
            await redirect(context);
            SendNonce(context);
            context.ProtocolMessage.AcrValues = own.AcrValues ?? context.ProtocolMessage.AcrValues;
        };
        provider.Events.OnPushAuthorization = PushWhereRequired;
        provider.Events.OnTokenValidated = async context =>
        {
            ExpectNonce(context);
            await validated(context);
            own.Admit(context);
        };
        provider.Events.OnTicketReceived = own.BeginSession;
        provider.Events.OnRemoteFailure = own.Refuse;
        provider.Events.OnRemoteSignOut = own.EndSessionOfProvider;
        provider.Events.OnRedirectToIdentityProviderForSignOut = async context =>
        {
            await signOut(context);
            LeaveProvider(context);
        };
    }

    private string? AcrValues => options.Value.AcrValues;

    private static void SendNonce(RedirectContext context)
    {
        context.ProtocolMessage.Nonce = context.Options.ProtocolValidator.GenerateNonce();
        SignInAttempt.KeepNonce(context.Properties, context.ProtocolMessage.Nonce);
    }

    // As the framework's handler does with its cookie: a nonce that was not asked for is none.
    private static void ExpectNonce(TokenValidatedContext context)
    {
        if (context.Properties is { } properties && SignInAttempt.TakeNonce(properties) is { } nonce && context.SecurityToken?.Payload.Nonce == nonce)
            context.Nonce = nonce;
    }

    // Anybody may begin a sign-in, and a pushed request is one to the provider with the client's secret.
    private static async Task PushWhereRequired(PushedAuthorizationContext context)
    {
        var provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (!provider.RequirePushedAuthorizationRequests)
            context.SkipPush();
    }

    // The issuer of a directory's tokens is checked before; the claim is pinned as well, since an issuer may speak for several.
    private void Admit(TokenValidatedContext context)
    {
        if (context.Result is not null || context.Principal is not { } user)
            return;
        // The framework's handler lets an unsigned token pass that it fetched itself.
        if (context.SecurityToken is not { RawSignature.Length: > 0 })
        {
            context.Fail(new SignInRefusedException(SignInRefusal.Token));
            return;
        }

        var isForeign = tenant.Length > 0 && !string.Equals(SignInIdentity.Tenant(user), tenant, StringComparison.OrdinalIgnoreCase);
        var identity = SignInIdentity.From(user, isDirectory: tenant.Length > 0);
        SignInRefusal? refusal = isForeign ? SignInRefusal.Tenant
            : Rules(context.Options).Refusal(user)
                ?? SignInStrength.Refusal(user, options.Value, context.Properties is { } attempt ? SignInAttempt.FreshSince(attempt) : null, time.GetUtcNow())
                ?? (identity is null ? SignInRefusal.Token : null);
        if (refusal is { } reason)
            context.Fail(new SignInRefusedException(reason) { Person = identity is null ? null : UserIdentity.From(new ClaimsPrincipal(identity)) });
    }

    private AccessRules Rules(OpenIdConnectOptions provider) => new(options.Value, provider.TokenValidationParameters.RoleClaimType, isDirectory: tenant.Length > 0);

    private Task BeginSession(TicketReceivedContext context)
    {
        // Whoever was admitted has an identity.
        var identity = SignInIdentity.From(context.Principal, isDirectory: tenant.Length > 0)!;
        if (Rules((OpenIdConnectOptions)context.Options).MayReveal(context.Principal!))
            identity.AddClaim(new Claim(RevealRight.Claim, "true"));
        if (!identity.HasClaim(claim => claim.Type == SignInSessions.ProviderSessionClaim) && Interlocked.Exchange(ref _warned, 1) == 0)
            WarnNoSessionName(logger);
        var isRenewal = sessions.Begin(identity, SignInOrigin.From(context.HttpContext));
        context.Principal = new(identity);
        journal.Note(context.HttpContext, new("sign-in", UserIdentity.From(context.Principal), identity.FindFirst(SignInSessions.IdClaim)?.Value, isRenewal ? "renewed" : "new"));
        return Task.CompletedTask;
    }

    private Task Refuse(RemoteFailureContext context)
    {
        var refusal = SignInFailure.Refusal(context.Failure);
        if (refusal is SignInRefusal.Attempt && context.Properties is { } attempt && !SignInAttempt.IsAgain(attempt) && BrowserCookie.Id(context.Request) is not null)
        {
            // Of tabs that were restored at once each may have got a cookie, and one is left; or the person took a long time.
            context.HandleResponse();
            context.Response.Redirect(AgainAddress(context.Request.PathBase, attempt.RedirectUri));
            return Task.CompletedTask;
        }

        var code = SignInFailure.Code(context.Failure);
        WarnRefused(logger, refusal, code);
        journal.Note(context.HttpContext, new("sign-in-refused", (context.Failure as SignInRefusedException)?.Person, SessionId: null, $"{refusal} ({code})"));
        context.HandleResponse();
        context.Response.Redirect(RefusedAddress(context.Request.PathBase, refusal, context.Properties?.RedirectUri));
        return Task.CompletedTask;
    }

    // A provider calls this from a frame of its own page, where the browser keeps the dashboard's cookie back: the session's name must do.
    private Task EndSessionOfProvider(RemoteSignOutContext context)
    {
        if (context.ProtocolMessage?.Sid is { Length: > 0 } providerSession)
        {
            var ended = sessions.EndOfProvider(context.ProtocolMessage.Iss is { Length: > 0 } issuer ? issuer : null, providerSession);
            journal.Note(context.HttpContext, new("provider-logout", Person: null, SessionId: null, $"front channel, sessions ended: {ended}"));
        }

        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static void LeaveProvider(RedirectContext context)
    {
        // Not every provider ends sessions, or in a way that can be trusted; its people are then signed out only here.
        if (!Uri.TryCreate(context.ProtocolMessage.IssuerAddress, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            context.Response.Redirect(context.Request.PathBase + SignInPaths.SignedOut);
            context.HandleResponse();
        }

        // Stands for the token that other apps keep in their cookie for this purpose.
        context.ProtocolMessage.ClientId = context.Options.ClientId;
    }

    /// <summary>The page that says why, with the way back to where somebody wanted to go.</summary>
    public static string RefusedAddress(PathString basePath, SignInRefusal refusal, string? returnUrl)
        => basePath + SignInPaths.Refused + QueryString.Create(
        [
            KeyValuePair.Create<string, string?>("reason", $"{refusal}".ToLowerInvariant()),
            KeyValuePair.Create<string, string?>(SignInPaths.ReturnUrl, ReturnUrl.Local(returnUrl, basePath)),
        ]);

    private static string AgainAddress(PathString basePath, string? returnUrl)
        => basePath + SignInPaths.SignIn + QueryString.Create(
        [
            KeyValuePair.Create<string, string?>(SignInPaths.ReturnUrl, ReturnUrl.Local(returnUrl, basePath)),
            KeyValuePair.Create<string, string?>(SignInPaths.Again, "true"),
        ]);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider's tokens have no claim sid, so that a sign-out there by front channel can't end what was begun here; have it send that claim in ID tokens, or sign people out by back channel. Further ones are not logged.")]
    private static partial void WarnNoSessionName(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused: {Refusal} ({Code})")]
    private static partial void WarnRefused(ILogger logger, SignInRefusal refusal, string code);
}
