using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace CallEventsDashboard.Telnyx;

public sealed class FingerprintTests
{
    public static TheoryData<string> Samples => SampleRecords.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void Fingerprint_PropertiesShuffledAndIndented_IsTheSame(string json)
    {
        var expected = Of(json);

        Gen.Select(Gen.Int, Gen.Bool).Sample((seed, indented) =>
            Of(Shuffle(JsonNode.Parse(json), new Random(seed))!.ToJsonString(new JsonSerializerOptions { WriteIndented = indented })) == expected);
    }

    [Fact]
    public void Fingerprint_Samples_AreAllDifferent() =>
        Assert.Equal(7, Samples.Select(row => Of(row.Data)).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Fingerprint_BeginsWithTheTimeInMicroseconds(string json)
    {
        var callEvent = CallEventReader.Read(JsonElement.Parse(json));

        Assert.Matches("^17954046[0-9]{8}-[0-9a-f]{16}$", callEvent.Fingerprint);
        Assert.Equal(callEvent.OccurredAt, Fingerprint.TimeOf(callEvent.Fingerprint));
    }

    [Fact]
    public void Fingerprint_NoTime_BeginsWithZeroAndHasNoTime()
    {
        var fingerprint = Of("""{"name":"x"}""");

        Assert.StartsWith("0-", fingerprint, StringComparison.Ordinal);
        Assert.Null(Fingerprint.TimeOf(fingerprint));
    }

    [Fact]
    public void Fingerprint_WebhookWithIdAndAttempt_IgnoresTheRest() =>
        Assert.Equal(Of(SampleRecords.DocumentedWebhook), Of(SampleRecords.DocumentedWebhook.Replace("normal_clearing", "timeout", StringComparison.Ordinal)));

    [Fact]
    public void Fingerprint_AnotherAttempt_IsAnother() =>
        Assert.NotEqual(Of(SampleRecords.DocumentedWebhook), Of(SampleRecords.DocumentedWebhook.Replace("\"attempt\": 1", "\"attempt\": 2", StringComparison.Ordinal)));

    [Fact]
    public void Fingerprint_AnotherAttemptOfAWebhookWithoutAnId_IsAnother()
    {
        string[] attempts = ["{}", """{"attempt":1}""", """{"attempt":2}"""];
        var prints = attempts.Select(metadata => Of($$"""{"name":"call_hangup","type":"call_scripting_webhook","occurred_at":"2026-11-23 09:00:00.000001Z","metadata":{{metadata}}}"""));

        Assert.Equal(attempts.Length, prints.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("female", "male")]
    [InlineData("5b1d7c40", "5b1d7c41")]
    [InlineData("5b1d6f2a", "5b1d6f2b")]
    [InlineData("01.010000", "01.010001")]
    [InlineData("\"speak\"", "\"play\"")]
    [InlineData("\"command\"", "\"webhook\"")]
    public void Fingerprint_CommandThatDiffersInOnePart_IsAnother(string part, string other)
    {
        Assert.Contains(part, SampleRecords.FieldCommand, StringComparison.Ordinal);
        Assert.NotEqual(Of(SampleRecords.FieldCommand), Of(SampleRecords.FieldCommand.Replace(part, other, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-0123456789abcdef")]
    [InlineData("0-0123456789abcdef")]
    [InlineData("-5-0123456789abcdef")]
    [InlineData("+5-0123456789abcdef")]
    [InlineData("1795404630816307")]
    [InlineData("1795404630816307-0123456789abcde")]
    [InlineData("1795404630816307-0123456789ABCDEF")]
    [InlineData("1795404630816307-0123456789abcdef0")]
    [InlineData("9223372036854775807-0123456789abcdef")]
    [InlineData("99999999999999999999-0123456789abcdef")]
    public void TimeOf_NoFingerprint_IsNull(string? text) => Assert.Null(Fingerprint.TimeOf(text));

    private static string Of(string json) => CallEventReader.Read(JsonElement.Parse(json)).Fingerprint;

    private static JsonNode? Shuffle(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                var shuffled = members.ToArray();
                random.Shuffle(shuffled);
                return new JsonObject(shuffled.Select(member => KeyValuePair.Create(member.Key, Shuffle(member.Value, random))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Shuffle(item, random))]);
            default:
                return node?.DeepClone();
        }
    }
}
