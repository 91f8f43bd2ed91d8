using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Abstractions;
using Microsoft.Identity.Client;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// Proves to Entra ID which app asks for a token, by a certificate or a workload's identity in place of a secret. Microsoft.Identity.Web loads both, but uses
/// them only for tokens to further services, and not for the code of a sign-in.
/// </summary>
internal sealed class ClientAssertion(IReadOnlyList<CredentialDescription> credentials, TimeProvider time)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly DefaultCredentialsLoader _loader = new();
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Has the handler prove it so, where <c>AzureAd:ClientCredentials</c> says how.</summary>
    public static void Attach(OpenIdConnectOptions provider, MicrosoftIdentityOptions settings, TimeProvider time)
    {
        var credentials = settings.ClientCredentials?.Where(credential => credential.SourceType is not CredentialSource.ClientSecret).ToList() ?? [];
        if (credentials.Count == 0)
            return;
        var (before, own) = (provider.Events.OnAuthorizationCodeReceived, new ClientAssertion(credentials, time));
        provider.Events.OnAuthorizationCodeReceived = async context =>
        {
            await before(context);
            await own.ProveAsync(context);
        };
    }

    /// <exception cref="InvalidOperationException">None of the credentials can be had.</exception>
    private async Task ProveAsync(AuthorizationCodeReceivedContext context)
    {
        if (context.TokenEndpointRequest is not { } request)
            return;
        var configuration = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var credential = await _loader.LoadFirstValidCredentialsAsync(credentials, new CredentialSourceLoaderParameters(context.Options.ClientId!, context.Options.Authority!));
        request.ClientSecret = null;
        request.ClientAssertionType = AssertionType;
        request.ClientAssertion = credential switch
        {
            { Certificate: { } certificate } => Sign(certificate, context.Options.ClientId!, configuration.TokenEndpoint),
            { CachedValue: ClientAssertionProviderBase assertion } => await assertion.GetSignedAssertionAsync(new AssertionRequestOptions
            {
                ClientID = context.Options.ClientId,
                TokenEndpoint = configuration.TokenEndpoint,
                CancellationToken = context.HttpContext.RequestAborted,
            }),
            _ => throw new InvalidOperationException("None of AzureAd:ClientCredentials can be used."),
        };
    }

    private string Sign(X509Certificate2 certificate, string client, string endpoint)
    {
        using var key = certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("The certificate of AzureAd:ClientCredentials has no private RSA key.");
        var now = time.GetUtcNow();
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = client,
            Audience = endpoint,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = client, ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true) },
            AdditionalHeaderClaims = new Dictionary<string, object>(StringComparer.Ordinal) { ["x5t#S256"] = Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256)) },
            // The key is gone with this call: nothing may keep what signs with it.
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key), SecurityAlgorithms.RsaSsaPssSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }
}
