using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

public sealed class LadderTests
{
    private const string A = CallScript.A;

    [Fact]
    public void Mermaid_ShowsWhoSaysWhatToWhom()
    {
        var session = new CallScript().AnsweredCaller().Webhook(A, "call.gather.ended", "{}", "webhook", true, true).Wait(1).HangUp(A).Session;

        Assert.Equal(
            """
            sequenceDiagram
                %% Commands and webhooks, not SIP messages
                participant Caller as Caller
                participant Telnyx as Telnyx
                participant Application as Your application
                Caller-->>Telnyx: calls +0 ms
                Telnyx->>Application: call.initiated +0 ms
                Application->>Telnyx: answer +1.00 s
                Telnyx-->>Caller: answers +500 ms
                Telnyx->>Application: call.answered +0 ms
                Telnyx-xApplication: call.gather.ended (2 attempts) +200 ms
                Caller-->>Telnyx: hangs up +1.00 s
                Telnyx->>Application: call.hangup +0 ms

            """,
            MermaidLadder.Write(Ladder.Create(session)), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Mermaid_NamesFromOutside_CannotWriteTheirOwnArrows()
    {
        var written = MermaidLadder.Write(Ladder.Create(new CallScript().Webhook(A, "x\n    Caller->>Telnyx: y; <b>").Session));

        Assert.EndsWith(": x#92;n    Caller#45;#62;#62;Telnyx".Replace("#45;", "-", StringComparison.Ordinal) + "#58; y#59; #60;b#62; +0 ms\n", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Masked_ShowsNoNumber()
    {
        var session = new CallScript().AnsweredCaller().HangUp(A).Session;

        Assert.Contains("+12025550142 to +12025550131", SessionReport.Text(session, InstantFormat.Utc), StringComparison.Ordinal);
        var mask = new RecordMask(new Pseudonyms(ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!));
        var masked = SessionReport.Text(SessionReader.Read([.. session.Marks.Select(mark => mask.Of(mark.Event))], SessionExtent.Whole), InstantFormat.Utc);
        Assert.Matches("•[A-Z0-9]{4} …0142 to •[A-Z0-9]{4} …0131", masked);
        Assert.DoesNotContain("2025550", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_TellsTheCallInOrder()
    {
        var report = SessionReport.Text(SessionReader.Read(new CallScript().AnsweredCaller().HangUp(A).Events, SessionExtent.Whole), InstantFormat.Utc);

        Assert.StartsWith(
            $"""
            Call session {CallScript.SessionId}
            2026-11-23 09:00:00.000000Z to 2026-11-23 09:00:01.700000Z · 1 leg · 4 events
            Outcome: The caller hung up after the answer. Your application's last command on that leg was answer, 700 ms before the end.
            Hang-up: cause normal_clearing, source caller, SIP 200
            """.ReplaceLineEndings("\n"),
            report, StringComparison.Ordinal);
        Assert.EndsWith("2026-11-23 09:00:01.700000Z  +200 ms      leg 1   webhook  call.hangup\n", report, StringComparison.Ordinal);
    }
}
