using System.Text;
using System.Text.Json.Nodes;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Evidence;

/// <summary>A file is anybody's: what is needed of it is checked, what is not is passed over, and nothing throws.</summary>
public sealed class EvidenceReaderTests
{
    [Theory]
    [InlineData("", EvidenceFaultKind.Empty)]
    [InlineData("hello", EvidenceFaultKind.NotEvidence)]
    [InlineData("<html>", EvidenceFaultKind.NotEvidence)]
    [InlineData("[1]", EvidenceFaultKind.NotEvidence)]
    [InlineData("{}", EvidenceFaultKind.NotEvidence)]
    [InlineData("""{"format":"other","events":[]}""", EvidenceFaultKind.NotEvidence)]
    [InlineData("""{"name":"call.hangup"}""" + "\n" + """{"name":"call.hangup"}""", EvidenceFaultKind.NotEvidence)]
    public void FileOfAnotherKind_IsRefused(string file, EvidenceFaultKind kind) => Assert.Equal(new EvidenceFault(kind), EvidenceFiles.Read(file).Fault);

    [Theory]
    [InlineData("format_version", null, "format_version")]
    [InlineData("format_version", "0", "format_version")]
    [InlineData("format_version", "\"one\"", "format_version")]
    [InlineData("saved_at", "\"yesterday\"", "saved_at")]
    [InlineData("query", null, "query, application_session_id")]
    [InlineData("query", """{"application_session_id":"<script>"}""", "query, application_session_id")]
    [InlineData("events", null, "events")]
    [InlineData("events", "{}", "events")]
    [InlineData("events", "[]", "events")]
    [InlineData("events", """[{"record":{}},{"record":"a text"}]""", "events, number 2")]
    [InlineData("events", """[null]""", "events, number 1")]
    public void PartThatCannotBeRead_IsNamed(string member, string? value, string part)
    {
        var file = EvidenceFiles.Changed(json => json[member] = value is null ? null : JsonNode.Parse(value));

        Assert.Equal(new EvidenceFault(EvidenceFaultKind.Damaged, part), EvidenceFiles.Read(file).Fault);
    }

    [Fact]
    public void FileOfMoreValuesThanAnySessionHas_IsRefusedBeforeTheyFillTheMemory()
    {
        var file = EvidenceFiles.Changed(_ => { });
        Assert.Null(EvidenceFiles.Read(file).Fault);

        var filled = file.Insert(file.IndexOf('{', StringComparison.Ordinal) + 1, $"\"x\":[{string.Join(',', Enumerable.Repeat('0', 6_000_000))}],");

        Assert.Equal(new EvidenceFault(EvidenceFaultKind.NotEvidence), EvidenceFiles.Read(filled).Fault);
    }

    [Fact]
    public void FileOfANewerVersion_IsRefusedWithItsNumber() =>
        Assert.Equal(new EvidenceFault(EvidenceFaultKind.TooNew, Number: 2), EvidenceFiles.Read(EvidenceFiles.Changed(json => json["format_version"] = 2)).Fault);

    [Fact]
    public void File_WithMoreEventsThanASessionShows_IsRefused()
    {
        var file = EvidenceFiles.Changed(json => json["events"] = new JsonArray([.. Enumerable.Range(0, SessionFeed.MostEvents + 1).Select(_ => new JsonObject { ["record"] = new JsonObject() })]));

        Assert.Equal(new EvidenceFault(EvidenceFaultKind.TooManyEvents, Number: SessionFeed.MostEvents + 1), EvidenceFiles.Read(file).Fault);
    }

    [Fact]
    public void File_LargerThanTheLimit_IsRefusedUnread() =>
        Assert.Equal(new EvidenceFault(EvidenceFaultKind.TooLarge), EvidenceReader.Read(new byte[SessionEvidence.MaxBytes + 1]).Fault);

    [Fact]
    public void MembersThatSayMore_MayBeMissingOrUnknownOrOdd()
    {
        var file = EvidenceFiles.Changed(json =>
        {
            foreach (var name in new[] { "product_version", "masked", "coverage", "reconstruction", "requests", "request_count", "not_included" })
                json.Remove(name);
            json["query"]!["extent"] = "Everything";
            json["query"]!["as_of"] = "yesterday";
            json["a member of the future"] = new JsonArray(1, 2);
            json["requests"] = new JsonArray(1, null, new JsonObject { ["path"] = "call_events" });
        });
        var evidence = EvidenceFiles.Read("\uFEFF" + file).Evidence!;

        Assert.Equal(("unknown", false, SessionExtent.Unknown, null, null, null), (evidence.ProductVersion, evidence.IsMasked, evidence.Extent, evidence.AsOf, evidence.Coverage, evidence.Outcome));
        Assert.Equal((0, 2), (evidence.Requests.Count, evidence.Events.Count));
    }

    [Fact]
    public void TextOfAnEnemy_IsOnlyEverText()
    {
        const string Evil = "<img src=x onerror=alert(1)>";
        var evidence = EvidenceFiles.Read(EvidenceFiles.Changed(json =>
        {
            json["product_version"] = Evil;
            json["coverage"]!["state"] = Evil;
            json["reconstruction"]!["outcome"]!["text"] = new string('x', 100_000);
            json["events"]![0]!["fingerprint"] = Evil;
        })).Evidence!;

        Assert.Equal(("unknown", null), (evidence.ProductVersion, evidence.Coverage));
        Assert.True(evidence.Outcome!.Length <= 2000);
        Assert.Equal(EvidenceFiles.Small().Events[0].Fingerprint, evidence.Events[0].Fingerprint);
        Assert.Equal(evidence.Outcome, evidence.FindOtherOutcome());
    }

    [Fact]
    public void File_CutAnywhere_IsRefusedAndSaysWhereItBreaks()
    {
        var file = EvidenceWriter.Write(EvidenceFiles.Small()).ToArray();
        for (var length = 0; length < file.Length; length++)
            Assert.NotNull(EvidenceReader.Read(file.AsSpan(0, length).ToArray()).Fault);

        var last = Encoding.UTF8.GetString(file).LastIndexOf("user_busy", StringComparison.Ordinal);
        Assert.Equal(new EvidenceFault(EvidenceFaultKind.Damaged, "events, at number 2"), EvidenceReader.Read(file.AsSpan(0, last).ToArray()).Fault);
        var query = Encoding.UTF8.GetString(file).IndexOf("\"extent\"", StringComparison.Ordinal);
        Assert.Equal(new EvidenceFault(EvidenceFaultKind.Damaged, "query"), EvidenceReader.Read(file.AsSpan(0, query).ToArray()).Fault);
    }

    [Fact]
    public void File_WithAnyByteChanged_IsReadOrRefused()
    {
        var file = EvidenceWriter.Write(EvidenceFiles.Small()).ToArray();
        var random = new Random(20261123);
        for (var time = 0; time < 3000; time++)
        {
            var changed = file.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var reading = EvidenceReader.Read(changed);
            Assert.True(reading.Evidence is null != reading.Fault is null);
            reading.Evidence?.Reconstruct(reading.Evidence.Events);
            reading.Evidence?.FindOtherOutcome();
        }
    }

    [Fact]
    public void Nesting_DeeperThanARecordMayBe_IsRefusedWithItsEvent()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));
        var file = EvidenceFiles.Changed(json => json["events"]![1]!["record"]!["payload"] = "HERE").Replace("\"HERE\"", deep, StringComparison.Ordinal);

        Assert.Equal(new EvidenceFault(EvidenceFaultKind.Damaged, "events, at number 2"), EvidenceFiles.Read(file).Fault);
    }

    [Fact]
    public void TextThatIsNoUnicode_IsMended()
    {
        var file = EvidenceFiles.Changed(json => json["events"]![0]!["record"]!["from"] = "HERE").Replace("HERE", @"\ud83d", StringComparison.Ordinal);

        Assert.Equal("\uFFFD", EvidenceFiles.Read(file).Evidence!.Events[0].From);
    }
}
