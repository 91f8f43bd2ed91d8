namespace CallEventsDashboard.Sandbox.Generation.Scenarios;

/// <summary>A fax, in or out: joined only by its fax id.</summary>
internal static class FaxTransmission
{
    public static void Play(CallScript script)
    {
        var incoming = script.Rng.Chance(0.4);
        var (here, there) = (Account.OwnNumber(script.Rng), Account.OtherNumber(script.Rng));
        var fax = script.OpenSubject(Account.Faxes, Ids.Random(script.Rng), incoming, incoming ? there : here, incoming ? here : there);
        script.Webhook(fax, incoming ? "fax.receiving.started" : "fax.queued");
        script.WaitSeconds(1, 4);
        fax.Session.AnsweredAt = script.Clock;
        script.Webhook(fax, incoming ? "fax.media.processing.started" : "fax.media.processed");
        script.WaitSeconds(1, 5);
        if (!incoming)
            script.Webhook(fax, "fax.sending.started");
        script.WaitSeconds(20, 120);
        fax.EndedAt = fax.Session.EndedAt = script.Clock;
        script.Webhook(fax, (incoming, script.Takes(Turn.FailedFax, 0.2)) switch
        {
            (_, true) => "fax.failed",
            (true, _) => "fax.received",
            _ => "fax.delivered",
        });
    }
}
