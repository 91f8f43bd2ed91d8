using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Privacy;

/// <summary>While they are masked, no record shows a number or a text that is not on the list: none of any kind of call, and none that can be made up.</summary>
public sealed partial class RecordMaskPropertyTests
{
    /// <summary>Stands in every text that somebody else than Telnyx chose; no word that Telnyx uses has it.</summary>
    private const string Foreign = "zoq";

    private static readonly ApiKey Key = ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!;
    private static readonly RecordMask Mask = new(new Pseudonyms(Key));

    private static readonly Gen<string> Digits = Gen.Select(Gen.Int[1, 9], Gen.String[Gen.Char['0', '9'], 6, 14]).Select((first, rest) => $"{first}{rest}");

    private static readonly Gen<string> Number = Gen.Select(Digits, Gen.OneOf<Func<string, string>>(
        digits => digits, digits => $"+{digits}", digits => $"00{digits}"[..Math.Min(15, digits.Length + 2)], digits => $"%2B{digits}", digits => $"%252B{digits}",
        digits => $"+{digits[..1]} ({digits[1..4]}) {digits[4..]}", digits => string.Join('.', digits.Chunk(3).Select(part => new string(part))), digits => string.Join('-', digits.Chunk(2).Select(part => new string(part))),
        digits => string.Concat(digits.Select(digit => (char)(digit - '0' + '０'))), digits => string.Concat(digits.Select(digit => (char)(digit - '0' + '٠'))),
        digits => $"sip:+{digits}@zoqpbx.example.test", digits => $"SIPS:{digits};ext=1@10.20.30.40", digits => $"tel:+{digits}", digits => $"\"Zoq Alice\" <sip:{digits}@example.test>",
        digits => $"https://app.example.test/calls/{digits}?to=%2B{digits}", digits => $"https://{digits}.example.test/zoq", digits => $"https://zoq:{digits}@app.example.test",
        digits => $"From=%2B{digits}&SpeechResult=zoq+said+{digits}&{digits}=zoq", digits => $"zoq call me at {digits} or +{digits}", digits => $"{Foreign}-{digits}", digits => $"assistant-{digits}", digits => $"v3:{digits}aaaaaaaaaaaaaaaa",
        digits => $"{{\"to\":\"+{digits}\"}}", digits => $"•{digits}", digits => $"•hidden, {digits} characters"), (digits, write) => write(digits));

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Number),
        (2, Gen.String[Gen.Char['a', 'z'], 0, 8].Select(letters => Foreign + letters)),
        (1, Gen.String[Gen.Char['a', 'z'], 1, 8].Select(letters => $"The call to Zoq {letters} has ended.")),
        (1, Gen.OneOf("user_busy", "call.hangup", "2026-11-23T03:30:30.816307Z", "4.50", "486", "", "2811212257810187875")));

    private static readonly Gen<string> Name = Gen.Frequency(
        (12, Gen.OneOf(
            "name", "type", "call_leg_id", "leg_id", "call_session_id", "application_session_id", "event_timestamp", "occurred_at", "connection_id", "product", "from", "to", "failed",
            "payload", "metadata", "event", "attempt", "status", "delivered_to", "id", "event_type", "errors", "code", "title", "detail", "reason", "failure_reason", "hangup_cause",
            "sip_hangup_cause", "hangup_source", "request", "body", "url", "media_url", "results", "result", "recording_urls", "mp3", "transcription_data", "transcript", "confidence",
            "client_state", "digits", "custom_headers", "message_history", "role", "content", "SpeechResult", "CallerName", "CallSid", "Caller-Name", "caller_id_name", "queue", "queue_name",
            "webhook", "attempts", "http", "response", "headers", "root", "children", "record", "cost", "cli", "cld", "hangup_details", "telnyx_error_code", "flow_source", "total", "route",
            "voice", "greeting", "wait_time_secs", "page_count", "total_cost", "start_time", "end_time", "sip_notify_response", "direction", "media_name", "conference_id", "parameters",
            "tool_calls", "function", "sent_at", "transcription_text", "whitelisted_destinations", "llm_first_token_duration_ms", "download_urls", "user_email", "outbound", "balance", "available_credit", "credit_limit", "pending", "status_callback", "friendly_name", "voice_url", "first_command_timeout_secs")),
        (2, Gen.String[Gen.Char['a', 'z'], 0, 6].Select(letters => Foreign + letters)),
        (1, Digits));

    private static readonly Gen<string> Scalar = Gen.Frequency(
        (6, Text.Select(text => JsonSerializer.Serialize(text))),
        (2, Digits.Select(digits => digits)),
        (1, Digits.Select(digits => $"{digits[0]}.{digits[1..]}e{digits.Length - 1}")),
        (1, Gen.OneOf("null", "true", "12", "4.5", "0")));

    private static readonly Gen<string> Records = Object(4);

    [Fact]
    public void Masked_AnyRecord_ShowsNoNumberAndNoForeignText() => Records.Sample(json =>
    {
        var masked = Mask.Of(CallEventReader.Read(JsonElement.Parse(json)));
        foreach (var text in MaskedText.OfEvent(masked).Concat(MaskedText.OfSession([masked])))
        {
            Assert.Null(MaskedText.NumberIn(text));
            Assert.DoesNotContain(Foreign, text, StringComparison.OrdinalIgnoreCase);
        }
    }, iter: 1000);

    [Fact]
    public void Masked_AnyRecordBesideTheLog_ShowsNoNumberAndNoForeignText() => Records.Sample(json =>
    {
        foreach (var text in MaskedText.Leaves(LooseJson.Parse(Mask.Of(Encoding.UTF8.GetBytes(json)).Span)))
        {
            Assert.Null(MaskedText.NumberIn(text));
            Assert.DoesNotContain(Foreign, text, StringComparison.OrdinalIgnoreCase);
        }
    }, iter: 1000);

    [Fact]
    public void Masked_AnyBalance_ShowsNothingOfIt() => Gen.Select(Gen.OneOf("balance", "credit_limit", "available_credit", "pending"), Gen.Decimal[-99_999m, 99_999m], Gen.Bool).Sample((name, amount, isText) =>
    {
        var written = decimal.Round(amount, 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var masked = Mask.Of(Encoding.UTF8.GetBytes($$"""{"{{name}}":{{(isText ? $"\"{written}\"" : written)}},"currency":"USD"}"""));

        Assert.Equal([name, Pseudonyms.Hidden(written), "currency", "USD"], Members(LooseJson.Parse(masked.Span)));
    }, iter: 200);

    [Fact]
    public void Masked_EachTextOfAnEvent_GoesThroughTheMask()
    {
        // A new property is left as it is by the mask until it has a line there.
        var properties = typeof(CallEvent).GetProperties().Where(property => property.CanWrite && property.PropertyType == typeof(string) && property.Name != nameof(CallEvent.Fingerprint)).ToList();
        Type[] harmless = [typeof(string), typeof(bool?), typeof(int?), typeof(DateTimeOffset?), typeof(RecordFlaw), typeof(ReadOnlyMemory<byte>), typeof(IReadOnlyList<CallEventError>)];
        Assert.All(typeof(CallEvent).GetProperties().Where(property => property.CanWrite), property => Assert.Contains(property.PropertyType, harmless));
        var shown = CallEventReader.Read(JsonElement.Parse("{}"));
        foreach (var property in properties)
            property.SetValue(shown, $"{Foreign} said 7025550166");

        var masked = Mask.Of(shown);

        Assert.All(properties, property =>
        {
            var text = property.GetValue(masked) as string ?? "";
            Assert.False(text.Contains(Foreign, StringComparison.Ordinal) || text.Contains("7025550166", StringComparison.Ordinal), $"{property.Name} is not masked: {text}");
        });
    }

    [Fact]
    public void Masked_EqualNumbersInAnyNotation_HaveOneStandIn() => Digits.Sample(digits =>
    {
        string[] written = [digits, $"+{digits}", $"%2B{digits}", $"{digits[..3]}-{digits[3..]}", string.Concat(digits.Select(digit => (char)(digit - '0' + '０')))];
        var record = $$"""{"name":"x","from":{{digits}},"to":[{{string.Join(',', written.Select(text => JsonSerializer.Serialize(text)))}}],"zoq":"+{{digits}}","payload":{"request":{"body":"From=%2B{{digits}}"} } }""";

        var masked = MaskedText.Leaves(LooseJson.Parse(Mask.Of(CallEventReader.Read(JsonElement.Parse(record))).Raw.Span)).Where(text => text.Contains('…', StringComparison.Ordinal)).ToList();

        Assert.Equal(8, masked.Count);
        Assert.Single(masked.Select(text => text.Split('=')[^1]).Distinct(StringComparer.Ordinal));
    }, iter: 200);

    [Theory]
    [InlineData(RecordShape.Documented)]
    [InlineData(RecordShape.Field)]
    public async Task Masked_EveryRecordOfEveryKindOfCall_ShowsOnlyWhatIsListed(RecordShape shape)
    {
        var events = await ReadAsync(new SandboxOptions { Events = 400, Shape = shape, Scenarios = Enum.GetValues<CallScenario>().ToDictionary(scenario => scenario, _ => 4) });
        var masked = events.Select(Mask.Of).ToList();

        var shown = masked.SelectMany(callEvent => MaskedText.Leaves(LooseJson.Parse(callEvent.Raw.Span))).ToHashSet(StringComparer.Ordinal);
        var others = shown.Where(text => text.Length > 0 && !Listed().IsMatch(text)).Except(Fields(events), StringComparer.Ordinal).Except(Listing, StringComparer.Ordinal);
        Assert.True(!others.Any(), string.Join(" | ", others.Order(StringComparer.Ordinal)));
        Assert.All(masked.SelectMany(MaskedText.OfEvent), text => Assert.Null(MaskedText.NumberIn(text)));
        Assert.All(masked.GroupBy(callEvent => callEvent.SessionId).SelectMany(session => MaskedText.OfSession([.. session])), text => Assert.Null(MaskedText.NumberIn(text)));
        // What is needed to follow a call is still there.
        Assert.Equal(events.Select(Identity), masked.Select(Identity));
    }

    [Fact]
    public async Task Masked_RecordsOfForeignTexts_ShowNoneOfThem()
    {
        string[] texts = ["zoq <b>Alice</b>", "Zoq+12025550142", "https://zoq:1@app.example.test/zoq?n=%2B12025550142", "=zoq()", "zoq_busy", "zoq" + new string('7', 40)];
        var events = await ReadAsync(new SandboxOptions { Events = 0, Shape = RecordShape.Mixed, Texts = texts });
        Assert.NotEmpty(events);

        var shown = events.Select(Mask.Of).SelectMany(masked => MaskedText.OfEvent(masked).Concat(MaskedText.OfSession([masked]))).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(shown, text => text.Contains("zoq", StringComparison.OrdinalIgnoreCase) || text.Contains("Alice", StringComparison.Ordinal));
        Assert.All(shown, text => Assert.Null(MaskedText.NumberIn(text)));
    }

    private static IEnumerable<string?> Members(JsonElement record) => record.EnumerateObject().SelectMany(member => new[] { member.Name, member.Value.GetString() });

    private static Gen<string> Object(int depth) => Gen.Select(Name.Select(name => JsonSerializer.Serialize(name)), Value(depth - 1)).Array[0, 10].Select(members => $"{{{string.Join(',', members.Select(member => $"{member.Item1}:{member.Item2}"))}}}");

    private static Gen<string> Value(int depth) => depth == 0 ? Scalar : Gen.Frequency((4, Scalar), (3, Object(depth)), (1, Scalar.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")));

    private static object Identity(CallEvent it) => (it.Fingerprint, it.Name, it.Type, it.OccurredAt, it.LegId, it.SessionId, it.ConnectionId, it.Product, it.Failed, it.Attempt, it.EventId, it.DeliveryStatus);

    private static IEnumerable<string> Fields(IEnumerable<CallEvent> events) => events.SelectMany(callEvent => Names(LooseJson.Parse(callEvent.Raw.Span))).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static async Task<IReadOnlyList<CallEvent>> ReadAsync(SandboxOptions options)
    {
        var time = new SimulatedTime(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        using var http = new HttpClient(new SandboxHandler(new SandboxApi(options, time))) { BaseAddress = new Uri("https://sandbox.test/v2/") };
        return await ReadAsync(http, time);
    }

    internal static async Task<IReadOnlyList<CallEvent>> ReadAsync(HttpClient http, TimeProvider time)
    {
        var client = new CallEventsClient(http, time, new CallEventsClientOptions());
        var events = new List<CallEvent>();
        for (var page = 1; ; page++)
        {
            var answer = await client.ListAsync(Key, CallEventFilter.None, new PageRequest(page, 250), null, TestContext.Current.CancellationToken);
            events.AddRange(answer.Events);
            if (answer.Events.Count < 250)
                return events;
        }
    }

    /// <summary>Ids, times, figures, hosts, and what stands for everything else.</summary>
    [GeneratedRegex(
        """
        \A(
          [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} | [0-9]{19} | v3:[A-Za-z0-9_-]{54} | assistant-0f7d1c1e
          | 2026-11-2[23][T\ ][0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}Z? | [0-9]{1,6}([.][0-9]{1,4})?
          | (https://(app|failover|media|recordings)[.]example[.]test/)?•[A-Z2-9]{4}(\ …[0-9]{4})? | sip:•[A-Z2-9]{4} | •hidden,\ [0-9]{1,5}\ characters?
        )\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();

    /// <summary>Every other text that a masked record of the Sandbox may show.</summary>
    private static readonly string[] Listing =
    [
        "404 Not Found", "Call has already ended", "Failed to authorize with storage using custom credentials",
        "Internal server error", "Invalid enumerated value", "Missing required parameter", "The parameter to is required.", "The value must be one of those that the command knows.",
        .. """
        A B C CALL_REJECTED G722 GET OPUS OPUS,G722,PCMU,PCMA OPUS,PCMU PCMU PCMU,PCMA POST SPEAK_STARTED TRANSCRIPTION_START USD USER_BUSY ai_assistant_start
        all_left answer answered assistant beep_detected bridge bridged bridging bridging-in-process call-control call.ai_gather.ended call.answered
        call.bridged call.conversation.created call.conversation.ended call.conversation_insights.generated call.cost call.dequeued call.dtmf.received
        call.enqueued call.gather.ended call.hangup call.hold call.initiated call.machine.detection.ended call.machine.greeting.ended
        call.machine.premium.detection.ended call.machine.premium.greeting.ended call.playback.ended call.playback.started call.recording.error
        call.recording.saved call.recording.transcription.saved call.speak.ended call.speak.started call.transcription call.unhold call_answered call_control
        call_event call_hangup call_initiated call_rejected call_scripting_webhook callee caller cancelled cancelled_amd command completed conference.created
        conference.ended conference.floor.changed conference.participant.joined conference.participant.left conference.playback.ended
        conference.playback.started conference.recording.saved conference.speak.ended conference.speak.started create de-DE delivered destination_unreachable
        detect dial disabled dtmf dual en-US ended enqueue error event failed fax fax.delivered fax.failed fax.media.processed fax.media.processing.started
        fax.queued fax.received fax.receiving.started fax.sending.started fax_detected fax_signaling_error female file_not_found gather_using_ai
        gather_using_speak hangup hold host_left human human_business human_residence in-progress incoming infinity instructions.fetch invalid join leave
        leave_queue llm_error machine male media.processed media.processing.started no_answer no_beep_detected none normal_clearing not_found not_sure
        originator_cancel outgoing parked play playback_start premium pstn queued received receiver_no_answer receiving.started record_start record_stop
        reject rtp_streaming_start send_dtmf sending silence single sip sip-trunking speak ssml stream_start success texml text time_exceeded time_limit
        timeout transfer unhold unknown unspecified user user_busy user_silence valid webhook
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];
}
