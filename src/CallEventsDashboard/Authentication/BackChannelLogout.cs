namespace CallEventsDashboard.Authentication;

/// <summary>The endpoint by which a provider ends sessions itself, without the browser.</summary>
internal static partial class BackChannelLogout
{
    /// <summary>Answers 200 when what the token names is over, 400 for a token that is not believed, and 503 while the provider's keys can't be had.</summary>
    public static async Task EndAsync(HttpContext context, LogoutTokens tokens, SignInSessions sessions, ISignInJournal journal, ILogger<LogoutTokens> logger)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var token = await TokenAsync(context.Request) is { Length: > 0 } text ? await tokens.ReadAsync(text, context.RequestAborted) : null;
            if (token is null)
            {
                WarnRefused(logger);
                journal.Note(context, new("provider-logout-refused", Person: null, SessionId: null, "back channel"));
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsJsonAsync(new { error = "invalid_request" }, context.RequestAborted);
                return;
            }

            UserIdentity? person = token.Subject is { } subject ? new(token.Issuer, subject) : null;
            journal.Note(context, new("provider-logout", person, SessionId: null, $"back channel, sessions ended: {End(token, sessions)}"));
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            WarnUnavailable(logger, SignInFailure.Code(e));
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    // A provider that names its session may not have put that name into the token of the sign-in.
    private static int End(LogoutToken token, SignInSessions sessions)
    {
        var ended = token.Session is { } session ? sessions.EndOfProvider(token.Issuer, session) : 0;
        return token.Subject is { } subject ? ended + sessions.EndOfSubject(token.Issuer, subject, isNamed: token.Session is null) : ended;
    }

    private static async Task<string?> TokenAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted))["logout_token"];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A logout token was refused: it is not one that the provider has made for this app just now, or it came before.")]
    private static partial void WarnRefused(ILogger logger);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A logout token could not be checked, as the provider's keys can't be had ({Code})")]
    private static partial void WarnUnavailable(ILogger logger, string code);
}
