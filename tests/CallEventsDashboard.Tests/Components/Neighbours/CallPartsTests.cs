using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What is told of the parts of a call: whether it is up, what was recorded and said, how its lanes go on.</summary>
public sealed class CallPartsTests : SessionNeighboursContext
{
    public CallPartsTests() => Account = Calls(CallScenario.FailedDelivery);

    [Theory]
    [InlineData(CallScenario.UnderWay, "true", "Up since")]
    [InlineData(CallScenario.LostHangup, null, "does not know this call any more")]
    public async Task Call_WithoutAHangUp_IsAskedForOnAClick(CallScenario scenario, string? alive, string words)
    {
        Account = Calls(scenario);
        var page = await OpenSessionAsync();
        Assert.Equal(0, Count("/v2/calls"));

        await page.Find("[data-testid=still-up] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains(words, page.Find("[data-testid=still-up]").TextContent, StringComparison.Ordinal));

        Assert.Equal((1, alive), (Count("/v2/calls"), page.Find("[data-testid=still-up]").GetAttribute("data-alive")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recordings_AreAskedForOnAClick_AndHaveNoLinkWhileMasked(bool isMasked)
    {
        Privacy.Set(isMasked);
        Account = Calls(CallScenario.Assistant);
        var page = await OpenSessionAsync();

        await page.Find("[data-testid=recordings] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=recording]")));

        Assert.Equal(1, Count("/v2/recordings"));
        Assert.Equal(isMasked ? 0 : 1, page.FindAll("[data-testid=recording] a[target=_blank][rel='noopener noreferrer']").Count);
    }

    [Fact]
    public async Task Transcripts_AreAskedForOnceTheRecordingsAreKnown()
    {
        Account = Calls(CallScenario.Assistant, 12);
        var transcribed = Api.Events().First(row => row.Name == "call.recording.transcription.saved").SessionId!.Value.ToString();
        var page = await OpenSessionAsync(transcribed);
        await page.Find("[data-testid=recordings] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=transcripts]")));

        await page.Find("[data-testid=transcripts] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=transcripts]").GetAttribute("data-state")));

        Assert.Equal((1, 1), (Count("/v2/recordings"), Count("/v2/recording_transcriptions")));
    }

    [Fact]
    public void Transcripts_OfMoreRecordingsThanAreAskedFor_SayOfHowMany()
    {
        var reader = Services.GetRequiredService<NeighbourFactory>().Open(new ApiAccount("Production", ApiKey.TryParse(Secret)!, IsSandbox: false))!;
        IReadOnlyList<string> ids = [.. Enumerable.Range(1, 34).Select(number => $"recording-{number}")];
        var part = Render<TranscriptPart>(parameters => parameters.AddCascadingValue(reader).Add(it => it.Recordings, ids).Add(it => it.SessionId, "session"));

        Assert.Contains("20 of 34 recordings", part.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("(20 requests)", part.Find("button").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conversation_HasItsTurnsWithTheirLatencies_AndNoWordWhileMasked(bool isMasked)
    {
        Privacy.Set(isMasked);
        Account = Calls(CallScenario.Assistant);
        var page = await OpenSessionAsync();
        Assert.Contains("(1 request)", page.Find("[data-testid=conversation] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=conversation] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=conversation]").GetAttribute("data-state")));

        var said = Api.Events().Count(row => row is { Name: "call.transcription", Attempt: 1 });
        Assert.Equal(((2 * said) + 1, said, 1), (page.FindAll("[data-testid=turn]").Count, page.FindAll("[data-testid=latency]").Count, Count("/v2/ai/conversations/")));
        var first = page.Find("[data-testid=latency]");
        Assert.InRange(int.Parse(first.GetAttribute("data-perceived")!, null), 1, 5000);
        Assert.All(["recognition", "model", "voice"], part => Assert.Contains(part, first.TextContent, StringComparison.Ordinal));
        Assert.Equal(!isMasked, page.Find("[data-testid=conversation]").TextContent.Contains("How can I help you?", StringComparison.Ordinal));
        Assert.DoesNotContain(isMasked ? "find_appointment" : "\0", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>An application need not have webhooks of conversations: then the call leads to them, at the price of one request more.</summary>
    [Fact]
    public async Task Conversation_ThatNoEventNames_IsLookedForByItsCall_AndReadByAnotherClick()
    {
        Account = Calls(CallScenario.UnnamedConversation);
        var page = await OpenSessionAsync();
        Assert.Contains("Look for it (1 request)", page.Find("[data-testid=conversation] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=conversation] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("1 conversation found", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Get the turns (1 request)", page.Find("[data-testid=conversation] button").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid=conversation] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=turn]")));

        Assert.Contains("How can I help you?", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal);
        Assert.Equal((2, 1), (Count("/v2/ai/conversations"), Count("/v2/ai/conversations/")));
    }

    /// <summary>What is said in other people's calls is not shown as this one's.</summary>
    [Fact]
    public async Task Conversation_WhoseFilterIsIgnored_LeavesOutThoseOfOtherCalls()
    {
        Account = Calls(CallScenario.UnnamedConversation, 3) with { Traps = new HashSet<ResourceTrap> { ResourceTrap.IgnoredFilters } };
        var page = await OpenSessionAsync();

        await page.Find("[data-testid=conversation] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("1 conversation found", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal));

        Assert.Contains("2 of other calls left out", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal);
        Assert.Contains("(1 request)", page.Find("[data-testid=conversation] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=conversation] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=turn]")));
        Assert.Contains("2 of other calls left out", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recordings_OfASessionWhoseEventsSpeakOfNone_CanBeAskedForAllTheSame()
    {
        Account = Calls(CallScenario.RepeatedCommand);
        var page = await OpenSessionAsync();
        Assert.Contains("no event speaks of one", page.Find("[data-testid=recordings]").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=recordings] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("Telnyx lists none of this session", page.Find("[data-testid=recordings]").TextContent, StringComparison.Ordinal));
        Assert.Equal("0", page.Find("[data-testid=recordings]").GetAttribute("data-count"));
    }

    [Fact]
    public async Task Call_ThatWasHungUp_IsNotOfferedToBeAskedFor() => Assert.Empty((await OpenSessionAsync()).FindAll("[data-testid=still-up]"));

    [Fact]
    public async Task Lanes_AreCompletedByTheCarriersRecord_OnlyOnceItWasAskedFor()
    {
        Account = Calls(CallScenario.Transferred);
        var page = await OpenSessionAsync();
        Assert.Empty(page.FindAll("[data-testid=recorded]"));

        await AskCarrierAsync(page);

        Assert.Equal(page.FindAll("[data-testid=leg-lane]").Count, page.FindAll("[data-testid=leg-lane] [data-testid=recorded]").Count);
        Assert.All(page.FindAll("[data-testid=recorded]"), bar => Assert.StartsWith("call record · talk", bar.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=recorded-lane], [data-testid=recorded].differs"));
    }

    [Fact]
    public async Task Lane_OfACallWhoseHangUpTheLogLost_IsEndedByTheCarriersRecord()
    {
        Account = Calls(CallScenario.LostHangup);
        var page = await OpenSessionAsync();

        await AskCarrierAsync(page);

        Assert.Contains("the log has no hang-up", page.Find("[data-testid=leg-lane] [data-testid=recorded]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carrier_OfACallWithAnAssistant_HasWhatTheAssistantUsedBelowIt()
    {
        Account = Calls(CallScenario.Assistant);
        var page = await OpenSessionAsync();
        await AskCarrierAsync(page);

        var records = page.FindAll("[data-testid=carrier-record]").Select(record => (record.GetAttribute("data-product"), record.GetAttribute("data-depth"))).ToList();
        Assert.Equal([("ai-voice-assistant", "1"), ("speech-to-text", "2"), ("inference", "2"), ("text-to-speech", "2")], records.Skip(records.FindIndex(record => record.Item1 == "ai-voice-assistant")).Take(4));
        Assert.All(["Call Control of leg A", "AI assistant", "Speech recognition", "Language model", "Voice"], words => Assert.Contains(words, page.Find("[data-testid=carrier]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_ThatSaysOtherwiseThanTheLog_IsShownBesideIt()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.DifferingRecords, ResourceTrap.UnloggedLeg } };
        var page = await OpenSessionAsync();
        await AskCarrierAsync(page);

        Assert.Contains("the log: hung up", page.Find("[data-testid=leg-lane] [data-testid=recorded].differs").TextContent, StringComparison.Ordinal);
        Assert.Contains("normal_clearing", page.Find("[data-testid=carrier-differs]").TextContent, StringComparison.Ordinal);
        var unlogged = page.Find("[data-testid=recorded-lane]");
        Assert.Contains("Not in the log", unlogged.TextContent, StringComparison.Ordinal);
        Assert.Contains("without an answer", unlogged.TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Privacy.Set(isOn: true));
        string[] people = [.. Api.Events().SelectMany(row => new[] { row.From, row.To }).OfType<string>().Distinct().Select(number => number.TrimStart('+'))];
        await page.WaitForAssertionAsync(() => Assert.All(people, person => Assert.DoesNotContain(person, page.Find("[data-testid=recorded-lane]").OuterHtml.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    }
}
