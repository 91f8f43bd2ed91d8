using System.Security.Claims;
using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Auditing;

/// <summary>Writes each line of the audit to the log, as one of a category of its own, and to the places that are configured.</summary>
internal sealed partial class AuditTrail(TimeProvider time, ILoggerFactory loggers, IEnumerable<IAuditSink> sinks)
{
    private readonly ILogger _logger = loggers.CreateLogger(AuditLog.Category);
    private readonly IAuditSink[] _sinks = [.. sinks];

    /// <param name="user">Who did it, with the address that they did it from; null where nobody is known.</param>
    /// <param name="subject">A text of <see cref="AuditText"/>.</param>
    public void Write(string action, ClaimsPrincipal? user, string subject)
        => Write(new(action, AuditText.User(user is null ? null : UserIdentity.From(user)), time.GetUtcNow(), AuditText.Address(user), AuditText.Session(user), subject));

    /// <summary>As above, of somebody who is not signed in yet, or not any more.</summary>
    public void Write(string action, UserIdentity? person, string? sessionId, HttpContext context, string subject)
        => Write(new(action, AuditText.User(person), time.GetUtcNow(), AuditText.Address(context.Connection.RemoteIpAddress), AuditText.Session(sessionId), subject));

    public void Write(AuditEntry entry)
    {
        Record(_logger, entry.Action, entry.User, entry.At, entry.Address, entry.Session, entry.Subject);
        foreach (var sink in _sinks)
            sink.Write(entry);
    }

    [LoggerMessage(EventId = 1, EventName = "Audit", Level = LogLevel.Information, Message = "{Action} by {User} at {At:O} from {Address} in {Session}: {Subject}")]
    private static partial void Record(ILogger logger, string action, string user, DateTimeOffset at, string address, string session, string subject);
}
