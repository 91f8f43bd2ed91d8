using System.Text;
using System.Text.Json;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>While they are masked, the records of the resources beside the log show no number, and no word that somebody else than Telnyx chose.</summary>
public sealed class ResourceMaskTests
{
    private static readonly RecordMask Mask = new(new Pseudonyms(ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!));

    [Theory]
    [InlineData("webhook_deliveries?page[size]=250", null)]
    [InlineData("connections", null)]
    [InlineData("call_control_applications", null)]
    [InlineData("texml_applications", null)]
    [InlineData("fax_applications", null)]
    [InlineData("outbound_voice_profiles", null)]
    [InlineData("recordings?page[size]=250", null)]
    [InlineData("recording_transcriptions?page[size]=250", null)]
    [InlineData("detail_records?filter[record_type]=sip-trunking", null)]
    [InlineData("detail_records?filter[record_type]=call-control", null)]
    [InlineData("session_analysis/call-session/{session}", null)]
    [InlineData("calls/{call}", null)]
    [InlineData("ai/conversations/{conversation}/messages", null)]
    [InlineData("ai/conversations", null)]
    [InlineData("webhook_deliveries?page[size]=250", ResourceTrap.ErrorObjects)]
    [InlineData("session_analysis/call-session/{session}", ResourceTrap.OddAnalysis)]
    [InlineData("session_analysis/call-session/{session}", ResourceTrap.UnloggedLeg)]
    [InlineData("session_analysis/call-session/{session}", ResourceTrap.DifferingRecords)]
    [InlineData("connections?page[size]=250", ResourceTrap.MixedConnections)]
    [InlineData("whoami", null)]
    [InlineData("balance", null)]
    public async Task Masked_EveryRecord_ShowsNoNumberAndNoWord(string request, ResourceTrap? trap)
    {
        var time = SandboxAccount.Clock();
        var api = SandboxAccount.Open(new SandboxOptions { Events = 300, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Assistant] = 6, [CallScenario.UnderWay] = 1 } }, time);
        api.Faults = new SandboxFaults { Traps = trap is { } trouble ? [trouble] : [] };
        using var http = new HttpClient(new SandboxHandler(api)) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "KEY_TEST");
        var events = await RecordMaskPropertyTests.ReadAsync(http, time);
        var people = events.SelectMany(row => new[] { row.From, row.To }).OfType<string>().Distinct(StringComparer.Ordinal).Select(number => number.TrimStart('+')).ToList();
        string[] words = ["appointment", "Rechnung", "Thank you", "moment", "/hooks/", "operations@", "Main IVR", "Hotline", "Campaigns", "find_", "312.40", "/progress/"];
        var conversed = events.First(row => row.Name == "call.conversation.created");

        var address = request.Replace("{session}", conversed.SessionId, StringComparison.Ordinal)
            .Replace("{call}", Uri.EscapeDataString(CallEventBody.Payload(events.OrderBy(row => row.OccurredAt).Last(row => row.Name == "call.initiated")).Text("call_control_id")!), StringComparison.Ordinal)
            .Replace("{conversation}", CallEventBody.Payload(conversed).Text("conversation_id"), StringComparison.Ordinal);
        var answer = await http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);

        var records = LooseJson.Parse(answer).Field("data") is { ValueKind: JsonValueKind.Array } data ? data.EnumerateArray().Select(record => record.GetRawText()).ToList() : [Encoding.UTF8.GetString(answer)];
        Assert.NotEmpty(records);
        foreach (var record in records)
        {
            foreach (var text in MaskedText.Leaves(LooseJson.Parse(Mask.Of(Encoding.UTF8.GetBytes(record)).Span)))
            {
                Assert.Null(MaskedText.NumberIn(text));
                Assert.DoesNotContain(people, person => text.Contains(person, StringComparison.Ordinal));
                Assert.DoesNotContain(words, word => text.Contains(word, StringComparison.Ordinal));
            }
        }
    }
}
