using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CallEventsDashboard.Authentication;

/// <summary>The framework's handler, which knows an attempt by <see cref="BrowserCookie"/> and <see cref="SignInAttempt"/> in place of cookies for each.</summary>
internal sealed class SignInHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder htmlEncoder, UrlEncoder encoder)
    : OpenIdConnectHandler(options, logger, htmlEncoder, encoder)
{
    public static void Use(AuthenticationBuilder authentication, string scheme)
    {
        authentication.Services.AddTransient<SignInHandler>();
        authentication.Services.Configure<AuthenticationOptions>(options => options.SchemeMap[scheme].HandlerType = typeof(SignInHandler));
        authentication.Services.Configure<OpenIdConnectOptions>(scheme, options => options.ProtocolValidator = new NonceOfTheState());
    }

    protected override void GenerateCorrelationId(AuthenticationProperties properties)
        => SignInAttempt.Begin(properties, BrowserCookie.Ensure(Context), TimeProvider.GetUtcNow());

    protected override bool ValidateCorrelationId(AuthenticationProperties properties)
        => SignInAttempt.End(properties, BrowserCookie.Id(Request), TimeProvider.GetUtcNow(), Options.RemoteAuthenticationTimeout);

    /// <summary>Requires the nonce of each token, and yet not that the handler sets a cookie for it.</summary>
    private sealed class NonceOfTheState : OpenIdConnectProtocolValidator
    {
        private readonly OpenIdConnectProtocolValidator _strict = new() { RequireStateValidation = false, RequireNonce = true };

        public NonceOfTheState() => (RequireStateValidation, RequireNonce) = (false, false);

        public override void ValidateTokenResponse(OpenIdConnectProtocolValidationContext validationContext) => _strict.ValidateTokenResponse(validationContext);
    }
}
