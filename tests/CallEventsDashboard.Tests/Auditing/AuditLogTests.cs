using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Auditing;

public sealed class AuditLogTests : IDisposable
{
    private const string Session = "0d2c1f9a-7f0c-4b8e-9c55-1f6f2a1b3c4d";
    private const string Tenant = "11111111-2222-3333-4444-555555555555";
    private const string Person = "66666666-7777-8888-9999-000000000000";

    private readonly AuditLines _lines = new();

    [Fact]
    public async Task EachAction_IsOneLineOfItsOwnCategory_WithWhoAndWhen()
    {
        var audit = Audit(("tid", Tenant), ("oid", Person), (SignInSessions.IdClaim, "abc"), (ClientAddress.Claim, "10.1.2.3"));

        await audit.SessionOpenedAsync(Session);
        await audit.RevealedAsync(Session, []);
        await audit.ExportedAsync(sessionId: null, ["from", "occurred_at.gte"]);
        await audit.KeyAddedAsync();
        await audit.KeyTestedAsync(works: true);
        await audit.KeyTestedAsync(works: false);
        await audit.KeyDeletedAsync();
        await audit.KeyRenamedAsync();
        await audit.KeyActivatedAsync();
        await audit.ListOpenedAsync("events", ["from", "last"]);
        await audit.SearchedAsync("sessions", ["q"]);
        await audit.EventOpenedAsync("64a1b2-0f");
        await audit.CopiedAsync("record", "64a1b2-0f");
        await audit.CopiedAsync("text", fingerprint: null);
        await audit.EvidenceOpenedAsync(Session);

        Assert.Equal(
            [
                ("open-session", $"session {Session}"), ("reveal", $"session {Session}"), ("export", "list [from occurred_at.gte]"), ("key-added", ""),
                ("key-tested", "works"), ("key-tested", "fails"), ("key-deleted", ""), ("key-renamed", ""), ("key-activated", ""), ("open-events", "list [from last]"), ("search-sessions", "list [q]"),
                ("open-event", "event 64a1b2-0f"), ("copy", "record of event 64a1b2-0f"), ("copy", "text"), ("open-evidence", $"session {Session}"),
            ],
            _lines.Written.Select(line => ($"{line["Action"]}", $"{line["Subject"]}")));
        Assert.All(_lines.Written, line =>
        {
            Assert.Equal("CallEventsDashboard.Audit", line["Category"]);
            Assert.Equal($"{Tenant}/{Person}", line["User"]);
            Assert.Equal("10.1.2.3", line["Address"]);
            Assert.Matches("^[A-Za-z0-9_-]{16}$", $"{line["Session"]}");
            Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), line["At"]);
        });
    }

    [Fact]
    public async Task EachQuestionBesideTheLog_IsALine_OfWhatItIsAboutAndNoMore()
    {
        var audit = Audit(("iss", "a"), ("sub", "b"));

        await audit.DeliveriesAskedAsync("64a1b2-0f");
        await audit.CarrierAskedAsync(Session);
        await audit.CallAskedAsync(Session);
        await audit.RecordingsAskedAsync(Session);
        await audit.TranscriptsAskedAsync(Session);
        await audit.ConversationAskedAsync(Session);
        await audit.DetailsAskedAsync();
        await audit.NamesAskedAsync();
        await audit.OwnerAskedAsync();

        Assert.Equal(
            [
                ("ask-deliveries", "event 64a1b2-0f"), ("ask-carrier", $"session {Session}"), ("ask-call", $"session {Session}"), ("ask-recordings", $"session {Session}"),
                ("ask-transcripts", $"session {Session}"), ("ask-conversation", $"session {Session}"), ("ask-details", ""), ("ask-names", ""), ("ask-account", ""),
            ],
            _lines.Written.Select(line => ($"{line["Action"]}", $"{line["Subject"]}")));
    }

    [Theory]
    [InlineData("https://id.example.com", "+12025550142")]
    [InlineData("https://id.example.com", "ada@example.com\r\nkey-added by eve")]
    [InlineData("11111111-2222-3333-4444-555555555555", "\u001b[31mred")]
    public async Task PersonWhoseNameIsNoId_IsAHash(string issuer, string subject)
    {
        await Audit(("iss", issuer), ("sub", subject)).KeyAddedAsync();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", $"{Assert.Single(_lines.Written)["User"]}");
    }

    [Theory]
    [InlineData("+12025550142")]
    [InlineData("x\r\nfake line")]
    [InlineData("\u001b]0;title\u0007")]
    [InlineData("KEY0123456789ABCDEF_example7f3a")]
    public async Task WhatIsNoId_IsLeftOut(string hostile)
    {
        var audit = Audit(("iss", "a"), ("sub", "b"));

        await audit.SessionOpenedAsync(hostile);
        await audit.ExportedAsync(sessionId: null, [hostile]);
        await audit.EventOpenedAsync($"{hostile} ");
        await audit.CopiedAsync(hostile, fingerprint: null);

        Assert.Equal("event (not an id)", _lines.Written[2]["Subject"]);
        Assert.DoesNotContain($"{_lines.Written[3]["Subject"]}", c => char.IsControl(c) || char.IsDigit(c));
        Assert.Equal("session (not an id)", _lines.Written[0]["Subject"]);
        var shape = $"{_lines.Written[1]["Subject"]}";
        Assert.DoesNotContain(shape, char.IsControl);
        Assert.DoesNotContain(shape, char.IsDigit);
        Assert.Equal(4, _lines.Written.Count);
    }

    [Fact]
    public async Task LongShape_IsCut()
    {
        await Audit(("iss", "a"), ("sub", "b")).ExportedAsync(sessionId: null, Enumerable.Repeat(new string('x', 10_000), 10_000));

        Assert.InRange($"{Assert.Single(_lines.Written)["Subject"]}".Length, 1, 3_000);
    }

    public void Dispose() => _lines.Dispose();

    private AuditLog Audit(params (string Type, string Value)[] claims) => new(
        new FixedSignIn(claims),
        new AuditTrail(new SimulatedTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)), _lines, []));
}
