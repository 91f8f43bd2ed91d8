using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

/// <summary>Texts are placed, not scattered: each of them stands once in each place.</summary>
public sealed class ForeignTextTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 7).Select(number => $"<b>text {number}</b>")];
    private static readonly string[] Fields = ["connection_id", "product"];

    [Theory]
    [InlineData(true, "leg_id", "application_session_id", "name", "type", "product", "connection_id")]
    [InlineData(false, "call_leg_id", "call_session_id", "name", "type", "organization_id", "user_id")]
    public async Task Records_OfEitherShape_HaveEachTextOnceInEachField(bool field, params string[] names)
    {
        var rows = (await ReadAsync(new SandboxOptions { Events = 0, Shape = RecordShape.Mixed, Texts = Texts }, "")).Where(row => row.TryGetProperty("occurred_at", out _) == field).ToList();

        Assert.All(names, name => Assert.Equal(Texts, rows.Select(row => row.GetProperty(name).GetString()).Order(StringComparer.Ordinal)));
        Assert.All(new[] { "hangup_cause", "digits", "queue", "voice", "client_state" }, name =>
            Assert.Equal(Texts.Length, rows.Select(row => Payload(row).GetProperty(name).GetString()).Distinct().Count()));
        Assert.Equal(Texts, rows.Select(row => row.GetProperty("metadata").GetProperty("status").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sessions_OfOneLeg_HaveOneTextInEachPlace_AndAreAlike()
    {
        var sessions = (await SessionsAsync()).Where(session => session.Select(row => Text(row, "leg_id")).Distinct().Count() == 1).ToList();

        Assert.Equal(Texts.Length, sessions.Count);
        Assert.Single(sessions.Select(session => session.Count()).Distinct());
        Assert.All(Fields, name => Assert.Equal(Texts, sessions.Select(session => Assert.Single(session.Select(row => Text(row, name)).Distinct())).Order(StringComparer.Ordinal)));
        Assert.All(sessions, session => Assert.Equal(["answer", "call.answered", "call.hangup", "call.initiated"], session.Select(row => Text(row, "name")).Where(name => !Texts.Contains(name)).Order(StringComparer.Ordinal)));
        Assert.All(sessions, session => Assert.Single(session, row => row.GetProperty("failed").GetBoolean()));
    }

    [Fact]
    public async Task Session_OfAllTexts_HasALegForEach_AndATypeOfEach()
    {
        var session = (await SessionsAsync()).Single(session => session.Select(row => Text(row, "leg_id")).Distinct().Count() == Texts.Length).ToList();

        Assert.Equal(Texts, session.Select(row => Text(row, "type")).Where(type => Texts.Contains(type)).Order(StringComparer.Ordinal));
        Assert.Equal(Texts, session.Where(row => row.GetProperty("failed").GetBoolean()).Select(row => Text(row, "name")).Order(StringComparer.Ordinal));
        Assert.Equal(Texts, session.Where(row => Text(row, "name") == "call.hangup").Select(row => Payload(row).GetProperty("hangup_cause").GetString()).Order(StringComparer.Ordinal));
    }

    private static async Task<List<IGrouping<string, JsonElement>>> SessionsAsync() =>
        [.. (await ReadAsync(new SandboxOptions { Events = 0, Shape = RecordShape.Field, Texts = Texts, PreservedFields = PreservedFields.Names }, "")).GroupBy(row => Text(row, "application_session_id"), StringComparer.Ordinal)];

    private static async Task<List<JsonElement>> ReadAsync(SandboxOptions options, string query)
    {
        using var client = new SandboxClient(SandboxAccount.Open(options));
        return await client.ReadAllAsync(query);
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static JsonElement Payload(JsonElement row) =>
        (row.TryGetProperty("payload", out var own) ? own : row.GetProperty("metadata").GetProperty("event")).GetProperty("payload");
}
