using System.Security.Claims;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Auditing;

/// <summary>
/// Lines of the audit about what anybody can cause as often as they like: the first of its kind at once, those that follow as one count a minute. Nobody can
/// so fill the disk, or hide one line among others.
/// </summary>
internal sealed class AuditTally : IDisposable
{
    private const int MostKinds = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Action, string User, string Address, string Subject), int> _counts = [];
    private readonly AuditTrail _trail;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public AuditTally(AuditTrail trail, TimeProvider time, BackgroundWork work)
    {
        (_trail, _time) = (trail, time);
        _timer = work.StartTimer(time, "writing counts to the audit", Flush, Interval, Interval, _ => { });
    }

    /// <summary>Counts something that a request caused.</summary>
    public void Count(string action, HttpContext context, string subject)
        => Count(action, UserIdentity.From(context.User), AuditText.Address(context.Connection.RemoteIpAddress), subject);

    /// <summary>Counts something that a circuit's person caused.</summary>
    public void Count(string action, ClaimsPrincipal user, string subject) => Count(action, UserIdentity.From(user), AuditText.Address(user), subject);

    /// <summary>Writes what is left.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Flush();
    }

    private void Count(string action, UserIdentity? person, string address, string subject)
    {
        var kind = (Action: action, User: AuditText.User(person), Address: address, Subject: subject);
        lock (_gate)
        {
            if (_counts.Count >= MostKinds && !_counts.ContainsKey(kind))
                kind = (action, "several", "several", "several");
            if (!_counts.TryAdd(kind, 0))
            {
                _counts[kind]++;
                return;
            }
        }

        Write(kind, subject: kind.Subject);
    }

    private void Flush()
    {
        List<((string Action, string User, string Address, string Subject) Kind, int Count)> counted;
        lock (_gate)
        {
            counted = [.. _counts.Select(count => (count.Key, count.Value))];
            _counts.Clear();
            // What goes on is only counted.
            foreach (var (kind, count) in counted)
            {
                if (count > 0)
                    _counts[kind] = 0;
            }
        }

        foreach (var (kind, count) in counted.Where(one => one.Count > 0))
            Write(kind, $"{kind.Subject} ({count} more)");
    }

    private void Write((string Action, string User, string Address, string Subject) kind, string subject)
        => _trail.Write(new AuditEntry(kind.Action, kind.User, _time.GetUtcNow(), kind.Address, "-", subject));
}
