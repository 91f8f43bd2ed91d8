using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.Sandbox;

/// <summary>An account started at another instant is the same account: every answer is equal but for the times in it.</summary>
public sealed partial class ShiftedAccountTests
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly string[] Filters =
    [
        "", "filter[name]=call.hangup", "filter[type]=webhook", "filter[type]=command", "filter[failed]=true", "filter[product]=texml", "filter[status]=completed",
        "filter[status]=in_progress", "filter[status]=init", "filter[from]=%2B12025550131", "filter[to]=%2B12025550134", "filter[connection_id]=2811212257810187901",
        "filter[application_name][contains]=main", "filter[outbound.outbound_voice_profile_id]=1763012456789012341", "filter[name]=dial&filter[failed]=false",
    ];

    public static TheoryData<string> Starts => new(
        "2026-11-23T15:30:00.250000Z", "2026-11-24T14:30:00.250000Z", "2026-11-30T23:59:59.999999Z", "2028-02-29T00:00:00.000000Z",
        "2026-03-29T01:00:00.000000Z", "2026-10-25T00:59:59.123457Z", "2026-11-28T23:10:30.777777Z");

    // Small, and between them every option that says what an account holds or how it is told.
    private static readonly SandboxOptions[] Accounts =
    [
        new() { Events = 600, IgnoredFilters = new HashSet<string>() },
        new()
        {
            Events = 600, Seed = 4, IgnoredFilters = new HashSet<string>(), Shape = RecordShape.Mixed, Order = ServiceOrder.Descending, TiesShuffled = true, ZonelessTimes = true, LiveRate = 0.05,
            Lag = TimeSpan.FromMinutes(5), LongSession = 200, Span = TimeSpan.FromHours(20),
        },
        new()
        {
            Events = 0, IgnoredFilters = new HashSet<string>(), Shape = RecordShape.Field, Totals = false,
            Scenarios = Enum.GetValues<CallScenario>().ToDictionary(scenario => scenario, _ => 1),
        },
        new() { Events = 50, IgnoredFilters = new HashSet<string>(), Shape = RecordShape.Mixed, Texts = ["one", "two", "three"] },
        new() { Events = 50, IgnoredFilters = new HashSet<string>(), Shape = RecordShape.Field, Texts = ["one", "two", "three"], PreservedFields = PreservedFields.Names },
    ];

    private static readonly Lazy<List<string>[]> Expected = new(() => Array.ConvertAll(Accounts, options => Answers(options, SandboxAccount.Start)));

    [Theory]
    [MemberData(nameof(Starts))]
    public void Account_StartedAtAnotherInstant_AnswersTheSameButForTheTimes(string start)
    {
        var shifted = DateTimeOffset.ParseExact(start, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        for (var i = 0; i < Accounts.Length; i++)
            Assert.Equal(Expected.Value[i], Answers(Accounts[i], shifted));
    }

    [Fact]
    public void MadeRows_AskedForEarlierOrLater_LeaveTheLiveTrafficAsItIs()
    {
        var options = new SandboxOptions { Events = 0, LiveRate = 1 };

        Assert.Equal(Traffic(options, TimeSpan.FromMinutes(1)), Traffic(options, TimeSpan.FromMinutes(20)));
    }

    /// <summary>What is answered to the same requests at the same time after the start, with the times of each answer as microseconds since then.</summary>
    private static List<string> Answers(SandboxOptions options, DateTimeOffset start)
    {
        var time = new SimulatedTime(start);
        var api = SandboxAccount.Open(options, time);
        var answers = new List<string>();
        AskAll();
        Note("late", api.AddLateRows(7));
        Note("new", api.AddNewRows(5));
        time.Advance(TimeSpan.FromMinutes(17));
        Note("later late", api.AddLateRows(3));
        api.ExpireRows(4);
        AskAll();
        time.Advance(TimeSpan.FromHours(7));
        Ask("page[size]=250");
        return answers;

        void AskAll()
        {
            var events = api.Events();
            Note("all", events);
            foreach (var filter in Filters)
                Ask($"page[size]=20&{filter}");
            Ask("page[size]=250&page[number]=2");
            Ask($"page[size]=20&filter[occurred_at][gte]={Bound(events[events.Count / 2].OccurredAt)}");
            Ask($"page[size]=20&filter[occurred_at][lt]={Bound(start.AddHours(-3))}");
            Ask($"page[size]=250&filter[leg_id]={events.First(row => row.LegId is not null).LegId}");
            Ask($"page[size]=250&filter[application_session_id]={events.Last(row => row.SessionId is not null).SessionId}");
        }

        void Ask(string query)
        {
            var answer = api.Handle(new SandboxRequest("GET", SandboxRequest.CallEventsPath, $"?{query}", "Bearer KEY_TEST"));
            var headers = string.Join('\n', answer.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}: {header.Value}"));
            answers.Add(Relative($"{answer.Status}\n{headers}\n{Encoding.UTF8.GetString(answer.Body.Span)}", start));
        }

        void Note(string what, IReadOnlyList<SandboxEvent> rows) =>
            answers.Add(Relative($"{what}\n{string.Join('\n', rows.Select(row => $"{Bound(row.OccurredAt)} {row with { OccurredAt = default }}"))}", start));
    }

    private static List<string> Traffic(SandboxOptions options, TimeSpan at)
    {
        var time = SandboxAccount.Clock();
        var api = SandboxAccount.Open(options, time);
        time.Advance(at);
        // Faxes and rooms have no leg to tell whose rows they are.
        var made = api.AddNewRows(9).Concat(api.AddLateRows(9)).Select(row => row.LegId).OfType<Guid>().ToHashSet();
        time.SetUtcNow(SandboxAccount.Start.AddHours(1));
        return [.. api.Events().Where(row => row.LegId is { } leg && !made.Contains(leg)).Select(row => $"{row}")];
    }

    private static string Bound(DateTimeOffset instant) => instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private static string Relative(string text, DateTimeOffset start) => TimeOrTimeBasedId().Replace(text, match => match.Value is { Length: 36 } id
        ? $"id {(TimeOf(Guid.Parse(id)) - start).Ticks} {id[19..]}"
        : $"at {(DateTimeOffset.Parse(match.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - start).Ticks}{(match.Value.EndsWith('Z') ? "Z" : "")}");

    private static DateTimeOffset TimeOf(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var ticks = ((long)(bytes[6] & 0x0F) << 56) | ((long)bytes[7] << 48) | ((long)bytes[4] << 40) | ((long)bytes[5] << 32)
            | ((long)bytes[0] << 24) | ((long)bytes[1] << 16) | ((long)bytes[2] << 8) | bytes[3];
        return new DateTimeOffset(1582, 10, 15, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks);
    }

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{6}Z?", RegexOptions.None, 10_000)]
    private static partial Regex TimeOrTimeBasedId();
}
