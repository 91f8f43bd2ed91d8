using System.Diagnostics;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Components.Events.Detail;

public sealed class RequestCodeTests
{
    [Fact]
    public void Curl_EventOfALeg_AsksForTheLegAtItsTime() =>
        Assert.Equal(
            """
            curl -G "https://api.telnyx.com/v2/call_events" \
              -H "Authorization: Bearer $TELNYX_API_KEY" \
              --data-urlencode 'filter[leg_id]=b0e6224c-c81c-11f0-afbb-02420aef93a0' \
              --data-urlencode 'filter[occurred_at][eq]=2026-11-23T09:00:00.123456Z'
            """,
            RequestCode.Curl(Records.Of("{}")));

    [Fact]
    public void Curl_EventWithoutLeg_AsksForItsSession() =>
        Assert.Contains($"'filter[application_session_id]={Records.SessionId}'", RequestCode.Curl(Records.Of("{}") with { LegId = null }), StringComparison.Ordinal);

    [Fact]
    public void Curl_EventWithoutIds_AsksForItsName() =>
        Assert.Contains("'filter[name]=call.hangup'", RequestCode.Curl(WithName("call.hangup")), StringComparison.Ordinal);

    [Fact]
    public void Node_EventOfALeg_ListsItWithTheOfficialSdk() =>
        Assert.Equal(
            """
            import Telnyx from 'telnyx';

            const client = new Telnyx({ apiKey: process.env.TELNYX_API_KEY });

            for await (const event of client.callEvents.list({
              filter: { leg_id: "b0e6224c-c81c-11f0-afbb-02420aef93a0", occurred_at: { eq: "2026-11-23T09:00:00.123456Z" } },
              'page[size]': 250,
            })) {
              console.log(JSON.stringify(event, null, 2));
            }
            """,
            RequestCode.Node(Records.Of("{}")));

    [Theory]
    [InlineData("it's")]
    [InlineData("'; rm -rf / #")]
    [InlineData("$(id) `id` $HOME !! \\")]
    [InlineData("\"double\" & | > <")]
    [InlineData("%s %d {a,b} [1-3] *?")]
    public async Task Curl_PrintableName_PassesTheShellAsOneEncodedArgument(string name)
    {
        var script = RequestCode.Curl(WithName(name)).Replace("curl -G", "printf '%s\\n'", StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"filter[name]={Uri.EscapeDataString(name)}", output.Split('\n'));
    }

    // PowerShell ends a quote at ' whatever stands before it, and splits what it hands on at "; cmd knows neither quote.
    [Fact]
    public void Curl_AnyName_HoldsNothingThatAnyShellActsOn() =>
        Gen.String.Where(name => name.Length > 0).Sample(name =>
        {
            var argument = RequestCode.Curl(WithName($"it's \"{name}")).Split('\n').Single(line => line.Contains("filter[name]=", StringComparison.Ordinal)).Split("filter[name]=")[1];
            var value = argument[..argument.IndexOf('\'', StringComparison.Ordinal)];
            return value.All(c => char.IsAsciiLetterOrDigit(c) || "%-._~:".Contains(c, StringComparison.Ordinal)) && argument.Count(c => c == '\'') == 1;
        });

    [Fact]
    public void Curl_AnyName_HoldsNothingThatATerminalActsOn() =>
        Gen.String.Where(name => name.Length > 0).Sample(name =>
            RequestCode.Curl(WithName(name)).All(c => c is '\n' or (>= ' ' and < '\u007f')));

    [Fact]
    public void Node_AnyName_StaysInsideItsLiteral() =>
        Gen.String.Where(name => name.Length > 0).Sample(name =>
        {
            var code = RequestCode.Node(WithName(name));
            var line = code.Split('\n').Single(line => line.StartsWith("  filter:", StringComparison.Ordinal));
            var literal = line["  filter: { name: ".Length..line.LastIndexOf(" },", StringComparison.Ordinal)];
            return code.All(c => c is '\n' or (>= ' ' and < '\u007f'))
                && string.Equals(System.Text.Json.JsonSerializer.Deserialize<string>(literal), WellFormed(name), StringComparison.Ordinal);
        });

    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static CallEvent WithName(string name) => Records.Of("{}") with { LegId = null, SessionId = null, OccurredAt = null, Name = name };
}
