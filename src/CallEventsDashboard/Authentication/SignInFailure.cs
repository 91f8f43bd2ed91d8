using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

internal static partial class SignInFailure
{
    /// <summary>The reason behind what the sign-in handler reports.</summary>
    public static SignInRefusal Refusal(Exception? failure) => failure switch
    {
        SignInRefusedException refused => refused.Refusal,
        SecurityTokenExpiredException => SignInRefusal.Expired,
        SecurityTokenException or OpenIdConnectProtocolException when !IsAnswer(failure) => SignInRefusal.Token,
        OpenIdConnectProtocolException => SignInRefusal.Declined,
        HttpRequestException or IOException or OperationCanceledException => SignInRefusal.Unavailable,
        { InnerException: { } inner } => Refusal(inner),
        AuthenticationFailureException => SignInRefusal.Attempt,
        _ => SignInRefusal.Unknown,
    };

    /// <summary>The code that an operator may look up: the library's number of the failure, else its type. Messages may hold what people have typed.</summary>
    public static string Code(Exception? failure) => failure switch
    {
        null => "none",
        _ when Number().Match(failure.Message) is { Success: true } match => match.Value,
        { InnerException: { } inner } => Code(inner),
        _ => failure.GetType().Name,
    };

    // An error that the provider sent, as against an answer of its that does not hold.
    private static bool IsAnswer(Exception failure) => failure.Data.Contains("error");

    [GeneratedRegex("(?:IDX|AADSTS)[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
