using System.Text;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Evidence;

/// <summary>A session shown from its file is the session as it was saved.</summary>
public sealed class EvidenceRoundTripTests
{
    private static readonly RecordMask Mask = new(new Pseudonyms(ApiKey.TryParse("KEY_TEST")!));

    [Theory]
    [InlineData(RecordShape.Documented, false)]
    [InlineData(RecordShape.Field, false)]
    [InlineData(RecordShape.Mixed, false)]
    [InlineData(RecordShape.Documented, true)]
    [InlineData(RecordShape.Field, true)]
    [InlineData(RecordShape.Mixed, true)]
    public async Task EverySession_IsTheSameFromItsFile(RecordShape shape, bool isMasked)
    {
        foreach (var read in await SandboxSessionTests.ReadAsync(shape, events: 1500))
        {
            List<CallEvent> events = isMasked ? [.. read.Select(Mask.Of)] : read;
            foreach (var extent in new[] { SessionExtent.Whole, SessionExtent.NotRead })
                AssertSame(EvidenceFiles.Of(events, extent) with { IsMasked = isMasked });
        }
    }

    [Theory]
    [InlineData("""{"name":"call.hangup","payload":{"hangup_cause":}}""", RecordFlaw.Malformed)]
    [InlineData("\"a text\"", RecordFlaw.NotAnObject)]
    [InlineData("", RecordFlaw.Malformed)]
    [InlineData("not JSON at all \u0001 <script>", RecordFlaw.Malformed)]
    public void RecordThatCannotBeReadWhole_IsKeptAsItsText(string text, RecordFlaw flaw)
    {
        var callEvent = EvidenceFiles.Event(text);

        Assert.Equal(flaw, callEvent.Flaw);
        AssertSame(EvidenceFiles.Of([callEvent]));
        AssertSame(EvidenceFiles.Of([Mask.Of(callEvent)]));
    }

    [Fact]
    public void RecordThatIsTooDeep_IsKeptAsItsText()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 600)) + string.Concat(Enumerable.Repeat("]", 600));
        var callEvent = EvidenceFiles.Event($$$"""{"name":"call.hangup","event_timestamp":"2026-11-23T09:01:00.5Z","metadata":{"status":"failed","attempt":2,"event":{"id":"7b1d6f2a-c8a2-11f1-8b7b-02420aef93a0"}},"payload":{{{deep}}}}""");

        Assert.Equal(RecordFlaw.TooDeep, callEvent.Flaw);
        AssertSame(EvidenceFiles.Of([callEvent]));
        AssertSame(EvidenceFiles.Of([Mask.Of(callEvent)]));
    }

    [Fact]
    public void RecordOfTheGreatestDepth_IsKept()
    {
        var deep = string.Concat(Enumerable.Repeat("[", RecordJson.MaxDepth - 1)) + string.Concat(Enumerable.Repeat("]", RecordJson.MaxDepth - 1));
        var callEvent = EvidenceFiles.Event($$"""{"name":"deep","payload":{{deep}}}""");

        Assert.Equal(RecordFlaw.None, callEvent.Flaw);
        AssertSame(EvidenceFiles.Of([callEvent]));
    }

    [Fact]
    public void RecordThatWasNotReceived_AndEqualOnes_KeepTheNamesByWhichTheyAreLinkedTo()
    {
        var one = EvidenceFiles.Small().Events[0];
        AssertSame(EvidenceFiles.Of([CallEventReader.TooLarge("7"), one, one with { Fingerprint = one.Fingerprint + "~2" }]));
    }

    [Fact]
    public void File_SaysWhatItIsAndHoldsNothingOfAKey()
    {
        var evidence = EvidenceFiles.Small() with { IsMasked = true, Extent = SessionExtent.NotRead };
        var text = Encoding.UTF8.GetString(EvidenceWriter.Write(evidence).Span);

        Assert.StartsWith("{\n  \"format\": \"call-events-dashboard/session-evidence\",\n  \"format_version\": 1,\n  \"product_version\": \"1.2.3\",", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\"cause\": \"user_busy\"", text, StringComparison.Ordinal);
        Assert.Contains("\"not_included\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("authorization", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("call-session_5b1d6f2a_20261123T100000Z_masked_partial.evidence.json", evidence.FileName);
    }

    private static void AssertSame(SessionEvidence saved)
    {
        var reading = EvidenceFiles.Read(saved);
        Assert.Null(reading.Fault);
        var opened = reading.Evidence!;
        Assert.Equal(saved.Events.Select(Plain), opened.Events.Select(Plain));
        Assert.Equal(saved.Events.Select(Text), opened.Events.Select(Text));
        var (before, after) = (saved.Reconstruct(saved.Events), opened.Reconstruct(opened.Events));
        Assert.Equal(SessionText.Whole(before), SessionText.Whole(after));
        Assert.Equal(before.Outcome.Text, after.Outcome.Text);
        Assert.Equal(before.Outcome.Deciding?.Mark.Fingerprint, after.Outcome.Deciding?.Mark.Fingerprint);
        Assert.Equal(before.Marks.SelectMany(mark => mark.Attempts).Select(record => record.Fingerprint), after.Marks.SelectMany(mark => mark.Attempts).Select(record => record.Fingerprint));
        Assert.Null(opened.FindOtherOutcome());
        Assert.Equal(saved.Coverage!.Notes, opened.Coverage!.Notes);
        Assert.Equal(saved.Coverage with { Notes = [] }, opened.Coverage with { Notes = [] });
        Assert.Equal(saved.Requests, opened.Requests);
        Assert.Equal(
            saved with { Events = [], Coverage = null, Requests = [] },
            opened with { Events = [], Coverage = null, Requests = [] });
    }

    private static CallEvent Plain(CallEvent callEvent) => callEvent with { Raw = default, Errors = [], StandsAt = null };

    private static string Text(CallEvent callEvent) => $"{Encoding.UTF8.GetString(callEvent.Raw.Span)}\n{string.Join('\n', callEvent.Errors)}";
}
