using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Auditing;

/// <summary>
/// Writes down who did what to other people's data and to API keys, as one structured line of a category of its own for each action. It holds ids and
/// the names of parameters: never a phone number, a value, or anything of a key.
/// </summary>
public sealed partial class AuditLog(AuthenticationStateProvider authentication, TimeProvider time, ILoggerFactory loggers)
{
    public const string Category = "CallEventsDashboard.Audit";

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Somebody opened a session.</summary>
    public Task SessionOpenedAsync(string sessionId) => WriteAsync("open-session", AuditText.Id(sessionId));

    /// <summary>Somebody had masked numbers shown.</summary>
    /// <param name="sessionId">The session that they are of, or null for a list.</param>
    /// <param name="parameters">The names of the parameters of the list, without their values.</param>
    public Task RevealedAsync(string? sessionId, IEnumerable<string> parameters) => WriteAsync("reveal", Subject(sessionId, parameters));

    /// <summary>Somebody took data out of the dashboard.</summary>
    /// <inheritdoc cref="RevealedAsync"/>
    public Task ExportedAsync(string? sessionId, IEnumerable<string> parameters) => WriteAsync("export", Subject(sessionId, parameters));

    public Task KeyAddedAsync() => WriteAsync("key-added", "");

    public Task KeyTestedAsync(bool works) => WriteAsync("key-tested", works ? "works" : "fails");

    public Task KeyDeletedAsync() => WriteAsync("key-deleted", "");

    private static string Subject(string? sessionId, IEnumerable<string> parameters) =>
        sessionId is null ? AuditText.Shape(parameters) : AuditText.Id(sessionId);

    private async Task WriteAsync(string action, string subject)
    {
        var user = AuditText.User(UserIdentity.From((await authentication.GetAuthenticationStateAsync()).User));
        var at = time.GetUtcNow();
        Record(_logger, action, user, at, subject);
    }

    [LoggerMessage(EventId = 1, EventName = "Audit", Level = LogLevel.Information, Message = "{Action} by {User} at {At:O}: {Subject}")]
    private static partial void Record(ILogger logger, string action, string user, DateTimeOffset at, string subject);
}
