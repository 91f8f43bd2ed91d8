using System.Text;
using System.Text.Json;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

public class RecordMaskTests
{
    private static readonly RecordMask Mask = new(new Pseudonyms(ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!));

    public static TheoryData<string> Records() =>
    [
        SampleRecords.DocumentedWebhook, SampleRecords.DocumentedFailedAttempt, SampleRecords.DocumentedCommand, SampleRecords.FieldWebhook,
        SampleRecords.FieldTexmlWebhook, SampleRecords.FieldTexmlFetch, SampleRecords.FieldCommand,
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void Of_AnyRecord_HoldsNoNumberAndKeepsItsIdentity(string json)
    {
        var callEvent = Read(json);

        var masked = Mask.Of(callEvent);

        var text = Encoding.UTF8.GetString(masked.Raw.Span) + masked.From + masked.To;
        Assert.DoesNotContain("202555", text, StringComparison.Ordinal);
        Assert.Equal(
            (callEvent.Fingerprint, callEvent.Name, callEvent.LegId, callEvent.SessionId, callEvent.OccurredAt, callEvent.ConnectionId, callEvent.Failed),
            (masked.Fingerprint, masked.Name, masked.LegId, masked.SessionId, masked.OccurredAt, masked.ConnectionId, masked.Failed));
        Assert.Equal(Paths(LooseJson.Parse(callEvent.Raw.Span)), Paths(LooseJson.Parse(masked.Raw.Span)));
    }

    [Theory]
    [InlineData("""["+12025550142"]""")]
    [InlineData("""{"from":"+12025550142","metadata":NaN}""")]
    public void Of_RecordThatCantBeRead_HoldsNothingOfItsText(string text)
    {
        var masked = Mask.Of(CallEventReader.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Empty(masked.Raw.ToArray());
        Assert.DoesNotContain("202555", $"{masked.From}{masked.To}{masked.OccurredAtText}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_EveryEventOfASampleAccount_HoldsNoneOfItsNumbers()
    {
        var time = new SimulatedTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var api = new SandboxApi(new SandboxOptions { Events = 2000, Shape = RecordShape.Mixed }, time);
        using var http = new HttpClient(new SandboxHandler(api)) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        var client = new CallEventsClient(http, time, new CallEventsClientOptions());
        var numbers = api.Events().SelectMany(row => new[] { row.From, row.To }).OfType<string>().Where(number => number.StartsWith('+')).Select(number => number[1..]).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(numbers);

        for (var page = 1; page <= 4; page++)
        {
            var answer = await client.ListAsync(ApiKey.TryParse("KEY_TEST")!, CallEventFilter.None, new PageRequest(page, 250), null, TestContext.Current.CancellationToken);
            foreach (var callEvent in answer.Events)
            {
                var masked = Mask.Of(callEvent);
                var text = $"{Encoding.UTF8.GetString(masked.Raw.Span)}{masked.From}{masked.To}{masked.DeliveredTo}";
                Assert.DoesNotContain(numbers, number => text.Contains(number, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Of_TextsOfPeople_AreHiddenWhereverTheyAre()
    {
        var masked = Mask.Of(Read("""
            {"name":"x","payload":{"client_state":"c2VjcmV0","digits":"4711","custom_headers":[{"name":"X-Customer","value":"Alice"}],"nested":{"caller_id_name":"Bob Smith"},"to":[12025550142,"+12025550131"],"mos":4.5}}
            """));

        var text = Encoding.UTF8.GetString(masked.Raw.Span);
        Assert.All(new[] { "c2VjcmV0", "4711", "Alice", "Bob", "202555" }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("\"mos\":4.5", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"speak","type":"command","payload":{"payload":"Dear Alice"}}""")]
    [InlineData("""{"name":"speak","type":"command","metadata":{"payload":"Dear Alice","voice":"female"}}""")]
    [InlineData("""{"name":"gather_using_ai","type":"command","metadata":{"greeting":"Dear Alice"}}""")]
    [InlineData("""{"name":"instructions.fetch","type":"command","payload":{"request":{"body":{"SpeechResult":"I am Alice"}}}}""")]
    [InlineData("""{"name":"instructions.fetch","type":"command","payload":{"request":{"body":"SpeechResult=Alice"},"TranscriptionText":"Alice","CallerName":"Alice"}}""")]
    [InlineData("""{"name":"call.transcription","type":"webhook","payload":{"payload":{"transcription_data":{"transcript":"I am Alice"}}}}""")]
    public void Details_OfAMaskedEvent_HoldNothingThatWasSaid(string json)
    {
        var masked = Mask.Of(Read(json));

        Assert.DoesNotContain("Alice", DetailsText.Format(masked) + Encoding.UTF8.GetString(masked.Raw.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RecordThatIsNoJson_IsEmpty() => Assert.Equal("{}", Encoding.UTF8.GetString(Mask.Of(Read("{}") with { Raw = "+12025550142"u8.ToArray() }).Raw.Span));

    private static CallEvent Read(string json) => CallEventReader.Read(JsonElement.Parse(json));

    private static List<string> Paths(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => [.. element.EnumerateObject().SelectMany(property => Paths(property.Value).Prepend("").Select(path => $"{property.Name}.{path}"))],
        JsonValueKind.Array => [.. element.EnumerateArray().SelectMany((item, index) => Paths(item).Prepend("").Select(path => $"{index}.{path}"))],
        _ => [],
    };
}
