using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Identity.Abstractions;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

public sealed class ClientAssertionTests : IDisposable
{
    private const string Client = "2b1d3c4e-5f60-4a7b-8c9d-0e1f2a3b4c5d";
    private const string Endpoint = "https://login.example.com/t/oauth2/v2.0/token";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-events-");
    private readonly SimulatedTime _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly X509Certificate2 _certificate;

    public ClientAssertionTests()
    {
        using var key = RSA.Create(2048);
        _certificate = new CertificateRequest("CN=app", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(_time.GetUtcNow().AddYears(-1), _time.GetUtcNow().AddYears(20));
        File.WriteAllBytes(Path("app.pfx"), _certificate.Export(X509ContentType.Pfx, "open"));
    }

    [Fact]
    public async Task Certificate_InPlaceOfTheSecret_SignsForTheTokenEndpointAlone()
    {
        var request = await RequestAsync(new CredentialDescription { SourceType = CredentialSource.Path, CertificateDiskPath = Path("app.pfx"), CertificatePassword = "open" });

        Assert.Null(request.ClientSecret);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request.ClientAssertionType);
        var token = new JsonWebToken(request.ClientAssertion);
        Assert.Equal("PS256", token.Alg);
        Assert.Equal(Base64UrlEncoder.Encode(SHA256.HashData(_certificate.RawData)), token.GetHeaderValue<string>("x5t#S256"));
        Assert.Equal((Client, Client, Endpoint), (token.Issuer, token.Subject, Assert.Single(token.Audiences)));
        Assert.Equal((_time.GetUtcNow().UtcDateTime, _time.GetUtcNow().UtcDateTime.AddMinutes(5)), (token.ValidFrom, token.ValidTo));
        Assert.Matches("^[0-9a-f]{32}$", token.Id);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(request.ClientAssertion, new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(_certificate.GetRSAPublicKey()),
            ValidIssuer = Client,
            ValidAudience = Endpoint,
            ValidateLifetime = false,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task WorkloadIdentity_InPlaceOfTheSecret_IsItsFile()
    {
        var assertion = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Issuer = "https://cluster.example", Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1) });
        await File.WriteAllTextAsync(Path("token"), assertion, TestContext.Current.CancellationToken);

        var request = await RequestAsync(new CredentialDescription { SourceType = CredentialSource.SignedAssertionFilePath, SignedAssertionFileDiskPath = Path("token") });

        Assert.Equal((null, assertion), (request.ClientSecret, request.ClientAssertion));
    }

    [Fact]
    public async Task Secret_WhereNothingElseIsSet_IsSentAsBefore()
    {
        var request = await RequestAsync();

        Assert.Equal(("secret", null), (request.ClientSecret, request.ClientAssertion));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Path(string file) => System.IO.Path.Combine(_folder.FullName, file);

    private async Task<OpenIdConnectMessage> RequestAsync(params CredentialDescription[] credentials)
    {
        var provider = new OpenIdConnectOptions
        {
            ClientId = Client,
            Authority = "https://login.example.com/t/v2.0",
            ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(new OpenIdConnectConfiguration { TokenEndpoint = Endpoint }),
        };
        ClientAssertion.Attach(provider, new MicrosoftIdentityOptions { ClientCredentials = credentials }, _time);
        var context = new AuthorizationCodeReceivedContext(new DefaultHttpContext(), new AuthenticationScheme("oidc", null, typeof(OpenIdConnectHandler)), provider, new AuthenticationProperties())
        {
            TokenEndpointRequest = new OpenIdConnectMessage { ClientSecret = "secret" },
        };
        await provider.Events.AuthorizationCodeReceived(context);
        return context.TokenEndpointRequest;
    }
}
