namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>The pen of a scenario: a clock that only goes on, and the rows written so far.</summary>
/// <param name="turns">What the call does beside its usual course; null leaves it to chance.</param>
internal sealed class CallScript(Rng rng, long start, Turn? turns = null)
{
    private const double TieShare = 0.06;
    private const double FailedShare = 0.02;
    private const int FewFailed = 3;

    public Rng Rng => rng;

    /// <summary>Microseconds since 1970.</summary>
    public long Clock { get; private set; } = start;

    public List<EventRow> Rows { get; } = [];

    public List<Leg> Legs { get; } = [];

    /// <summary>Whether the call takes the turn; by chance where nothing was asked for.</summary>
    public bool Takes(Turn turn, double chance)
    {
        var byChance = rng.Chance(chance);
        return turns is { } asked ? asked.HasFlag(turn) : byChance;
    }

    public Session OpenSession() => new() { Id = Ids.TimeBased(Clock - rng.Between(100, 400), rng) };

    public Leg OpenLeg(Connection connection, bool incoming, Session? session = null, string? from = null, string? to = null) => Keep(new Leg
    {
        Id = Ids.TimeBased(Clock, rng),
        Session = session ?? OpenSession(),
        Connection = connection,
        From = from ?? (incoming ? Account.OtherNumber(rng) : Account.OwnNumber(rng)),
        To = to ?? (incoming ? Account.OwnNumber(rng) : Account.OtherNumber(rng)),
        Incoming = incoming,
        Seed = rng.Next(),
        StartedAt = Clock,
    });

    /// <summary>A fax or a conference as a whole: it has a subject, but neither leg nor session in its records.</summary>
    public Leg OpenSubject(Connection connection, Guid subject, bool incoming, string? from, string? to) => Keep(new Leg
    {
        Id = Guid.Empty,
        Session = new Session { Id = Guid.Empty },
        Connection = connection,
        From = from,
        To = to,
        Incoming = incoming,
        Seed = rng.Next(),
        StartedAt = Clock,
        Subject = subject,
    });

    public Leg Keep(Leg leg)
    {
        Legs.Add(leg);
        return leg;
    }

    public void Wait(int fromMilliseconds, int toMilliseconds) =>
        Clock += (rng.Between(fromMilliseconds, toMilliseconds) * Micros.Millisecond) + rng.Below(1000);

    /// <summary>Moves the clock on by so many microseconds; it never goes back.</summary>
    public void Pass(long micros) => Clock += Math.Max(0, micros);

    public void WaitSeconds(int from, int to) => Wait(from * 1000, to * 1000);

    public void Command(Leg leg, string name) => Write(leg, name, EventKind.Command);

    public void Webhook(Leg leg, string name) => Write(leg, name, EventKind.Webhook);

    /// <summary>One row as it is given, at this instant.</summary>
    public void Record(Leg leg, string name, EventKind kind, bool failed = false) => Rows.Add(new EventRow(Clock, leg, name, kind, failed, Attempt: 1, (uint)rng.Next()));

    public void Scripting(Leg leg, string name) => Write(leg, name, EventKind.ScriptingWebhook);

    /// <summary>The same instant for several legs, as when a bridge or a hang-up concerns both.</summary>
    public void Together(string name, params ReadOnlySpan<Leg> legs)
    {
        foreach (var leg in legs)
            Add(leg, name, EventKind.Webhook);
    }

    public void Answered(Leg leg, string name = "call.answered", EventKind kind = EventKind.Webhook)
    {
        leg.Session.AnsweredAt = Math.Min(leg.Session.AnsweredAt, Clock);
        Add(leg, name, kind);
    }

    /// <summary>The hang-up of a leg; its session ends with the last of its legs.</summary>
    public void HangUp(Leg leg, string cause = "normal_clearing", string sip = "200", string? source = null, string name = "call.hangup", EventKind kind = EventKind.Webhook)
    {
        leg.EndedAt = Clock;
        leg.HangupCause = cause;
        leg.SipCode = sip;
        leg.HangupSource = source ?? rng.Pick("caller", "callee", "callee", "unknown");
        if (Legs.TrueForAll(other => other.Session != leg.Session || other.EndedAt <= Clock))
            leg.Session.EndedAt = Clock;
        Clock += rng.Between(20, 40) * Micros.Millisecond;
        Add(leg, name, kind);
    }

    private void Write(Leg leg, string name, EventKind kind)
    {
        Add(leg, name, kind);
        if (!rng.Chance(TieShare))
            Clock += rng.Between(3_000, 90_000);
    }

    private void Add(Leg leg, string name, EventKind kind)
    {
        var seed = (uint)rng.Next();
        var failed = Takes(Turn.FailedDelivery, FailedShare) && (turns is null || kind != EventKind.Command)
            || (turns is { } asked && asked.HasFlag(Turn.ThreeFailedDeliveries) && kind != EventKind.Command && Rows.Count(row => row.Failed) < FewFailed);
        Rows.Add(new EventRow(Clock, leg, name, kind, failed, Attempt: 1, seed));
        if (failed && kind != EventKind.Command)
            Rows.Add(new EventRow(Clock, leg, name, kind, Failed: rng.Chance(0.3) && turns is null, Attempt: 2, seed));
    }
}
