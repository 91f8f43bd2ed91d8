using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

/// <summary>The options of the program, by name.</summary>
internal sealed class SandboxCommand
{
    private const string NoLimit = "off";
    private static readonly SandboxOptions Defaults = new();
    private static readonly string[] TrapNames = [.. Enum.GetNames<ResourceTrap>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
    private static readonly string[] FaultNames = [.. Enum.GetNames<Fault>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    private readonly Option<string> _url = new("--url") { Description = "Where to listen; port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:0" };
    private readonly Option<int> _events = new("--events") { Description = "Events in the last 24 hours.", DefaultValueFactory = _ => Defaults.Events };
    private readonly Option<double> _span = new("--span") { Description = "Hours before the start in which they lie. Fewer than 24: none passes the horizon for the rest of 24 hours.", DefaultValueFactory = _ => Defaults.Span.TotalHours };
    private readonly Option<string[]> _scenario = new("--scenario")
    {
        HelpName = "name[=count]",
        Description = $"A call that the account holds besides, or so many; may be repeated: {string.Join(", ", ScenarioArgument.Names)}.",
    };

    private readonly Option<int> _longSession = new("--long-session") { Description = "About so many of the events belong to one session." };
    private readonly Option<int> _longSessionLegs = new("--long-session-legs") { Description = "At most so many legs of that session.", DefaultValueFactory = _ => Defaults.LongSessionLegs };
    private readonly Option<int> _seed = new("--seed") { Description = "The same seed gives the same account.", DefaultValueFactory = _ => Defaults.Seed };
    private readonly Option<string> _shape = Choice("--shape", "How records are written.", "documented", "field", "mixed");
    private readonly Option<string> _order = Choice("--order", "The order of the rows.", "ascending", "descending");
    private readonly Option<string> _totals = Choice("--totals", "Whether answers tell the total.", "on", "off");
    private readonly Option<string> _twoBounds = Choice("--two-bounds", "What two bounds of occurred_at do.", "error", "last-wins");
    private readonly Option<string[]> _ignore = new("--ignore")
    {
        HelpName = "filter",
        Description = $"A filter to ignore in silence; may be repeated; 'none' ignores none. Default: {string.Join(", ", FilterNames.Borrowed)}.",
    };

    private readonly Option<bool> _zoneless = new("--zoneless") { Description = "Times of records without a zone." };
    private readonly Option<bool> _shuffleTies = new("--shuffle-ties") { Description = "Rows of one instant come in another order at each request." };
    private readonly Option<int> _latency = new("--latency") { Description = "Milliseconds before each answer." };
    private readonly Option<string> _rateLimit = new("--rate-limit")
    {
        HelpName = "requests/seconds",
        Description = $"How many requests are answered within one fixed window, and the seconds of the window; '{NoLimit}' answers all.",
        DefaultValueFactory = _ => RequestLimit.Telnyx.ToString(),
    };

    private readonly Option<double> _lag = new("--lag") { Description = "Up to so many seconds until an event can be seen." };
    private readonly Option<double> _live = new("--live") { Description = "New events per second, on average." };
    private readonly Option<string[]> _change = new("--change")
    {
        HelpName = "change",
        Description = $"What happens to one row between two answers, as {ChangeArgument.Form}: a row of that age appears after the answer, the oldest expires, or the newest of that age is deleted; may be repeated.",
    };

    private readonly Option<string[]> _cut = new("--cut")
    {
        HelpName = "cut",
        Description = $"Answers have less than was asked for, in silence: {CutArgument.Form}; may be repeated.",
    };

    private readonly Option<string[]> _bounds = new("--bounds")
    {
        HelpName = "bounds",
        Description = "What bounds of occurred_at do not do: they leave their own instant out (exclusive), are coarser than the times of the rows (finer), or answer 422 (refused); may be repeated.",
    };

    private readonly Option<int> _tie = new("--tie") { Description = "So many events in the middle of the history happened in one instant." };
    private readonly Option<double> _ahead = new("--ahead") { Description = "Seconds by which ten more events are stamped ahead of the service's clock." };
    private readonly Option<double> _clockOffset = new("--clock-offset") { Description = "Seconds that the service's clock is ahead; negative: behind." };
    private readonly Option<int> _recordBytes = new("--record-bytes") { Description = "Bytes that each record has beside its own." };
    private readonly Option<FileInfo?> _rawRecords = new("--raw-records") { Description = "A file with a JSON array of texts, each of which stands as it is in the place of a record, JSON or not; {time}, {name}, {leg} and {session} are the row's." };
    private readonly Option<int> _rawEvery = new("--raw-every") { Description = "One of so many rows is such a text.", DefaultValueFactory = _ => Defaults.RawEvery };
    private readonly Option<string[]> _trap = new("--trap")
    {
        HelpName = "trap",
        Description = $"Trouble of the resources beside the log: {string.Join(", ", TrapNames)}; may be repeated.",
    };

    private readonly Option<string?> _key = new("--key") { Description = "The one key to accept. Default: any, but KEY_INVALID… (401) and KEY_FORBIDDEN… (403)." };
    private readonly Option<FileInfo?> _texts = new("--texts") { Description = "A file with a JSON array of texts, which take the place of every text in the records but times." };
    private readonly Option<string> _textsKeep = Choice("--texts-keep", "What the texts leave as it is: nothing, or UUIDs, types and the names by which calls are followed.", "nothing", "names");
    private readonly Option<string> _fault = Choice("--fault", $"Trouble from the start: {string.Join(", ", FaultNames)}. Change it with POST /_sandbox/faults.", FaultNames);

    private SandboxCommand()
    {
    }

    public static RootCommand Create(Func<SandboxStart, CancellationToken, Task<int>> serve)
    {
        var names = new SandboxCommand();
        names._ignore.AcceptOnlyFromAmong([.. FilterNames.All, "none"]);
        names._fault.HelpName = "fault";
        NotNegative(names._events, result => result.GetValueOrDefault<int>());
        names._span.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 24))
                result.AddError($"{names._span.Name} must be above 0 and at most 24.");
        });
        names._scenario.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !ScenarioArgument.TryParse(token.Value, out _)))
                result.AddError($"{names._scenario.Name} {token.Value}: there is no such call. Give one of {string.Join(", ", ScenarioArgument.Names)}, with =COUNT behind it for several.");
        });
        names._change.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => ChangeArgument.TryParse(token.Value) is null))
                result.AddError($"{names._change.Name} {token.Value}: give it as {ChangeArgument.Form}, with an answer from 1 and at most 86400 seconds.");
        });
        names._cut.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => CutArgument.TryAdd(new ServiceCuts(), token.Value) is null))
                result.AddError($"{names._cut.Name} {token.Value}: give it as {CutArgument.Form}.");
        });
        names._trap.AcceptOnlyFromAmong(TrapNames);
        names._bounds.AcceptOnlyFromAmong([.. BoundsArgument.Names]);
        NotNegative(names._tie, result => result.GetValueOrDefault<int>());
        NotNegative(names._ahead, result => result.GetValueOrDefault<double>());
        NotNegative(names._longSession, result => result.GetValueOrDefault<int>());
        NotNegative(names._longSessionLegs, result => result.GetValueOrDefault<int>());
        NotNegative(names._latency, result => result.GetValueOrDefault<int>());
        names._rateLimit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var text && text != NoLimit && !RequestLimit.TryParse(text, out _))
                result.AddError($"{names._rateLimit.Name} {text}: give it as REQUESTS/SECONDS, such as {RequestLimit.Telnyx}, or '{NoLimit}'.");
        });
        NotNegative(names._lag, result => result.GetValueOrDefault<double>());
        NotNegative(names._recordBytes, result => result.GetValueOrDefault<int>());
        NotNegative(names._rawEvery, result => result.GetValueOrDefault<int>() - 1);
        NotNegative(names._live, result => result.GetValueOrDefault<double>());
        var command = new RootCommand("A simulator of the Telnyx call-events API: GET /v2/call_events.")
        {
            names._url, names._events, names._span, names._scenario, names._longSession, names._longSessionLegs, names._seed, names._shape, names._order, names._totals, names._twoBounds, names._ignore,
            names._zoneless, names._shuffleTies, names._latency, names._rateLimit, names._lag, names._live, names._change, names._cut, names._bounds, names._tie, names._ahead, names._clockOffset, names._recordBytes, names._rawRecords, names._rawEvery, names._trap, names._key, names._texts, names._textsKeep, names._fault,
        };
        command.SetAction((result, cancellationToken) => serve(names.Read(result), cancellationToken));
        return command;
    }

    private static Option<string> Choice(string name, string description, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }

    private static void NotNegative(Option option, Func<OptionResult, double> value) => option.Validators.Add(result =>
    {
        if (value(result) < 0)
            result.AddError($"{option.Name} must not be {(option.Name == "--raw-every" ? "below 1" : "negative")}.");
    });

    private static string[] Read(FileInfo? texts) => texts is null ? [] : JsonSerializer.Deserialize<string[]>(File.ReadAllText(texts.FullName)) ?? [];

    private SandboxStart Read(ParseResult result)
    {
        var options = new SandboxOptions
        {
            Events = result.GetValue(_events),
            Span = TimeSpan.FromHours(result.GetValue(_span)),
            Scenarios = ScenarioArgument.Read(result.GetValue(_scenario) ?? []),
            LongSession = result.GetValue(_longSession),
            LongSessionLegs = result.GetValue(_longSessionLegs),
            Seed = result.GetValue(_seed),
            Shape = Enum.Parse<RecordShape>(result.GetRequiredValue(_shape), ignoreCase: true),
            Order = Enum.Parse<ServiceOrder>(result.GetRequiredValue(_order), ignoreCase: true),
            Totals = result.GetValue(_totals) == "on",
            TwoBounds = result.GetValue(_twoBounds) == "error" ? TwoBounds.Error : TwoBounds.LastWins,
            ZonelessTimes = result.GetValue(_zoneless),
            TiesShuffled = result.GetValue(_shuffleTies),
            IgnoredFilters = result.GetValue(_ignore) is { Length: > 0 } names ? names.Where(name => name != "none").ToFrozenSet() : Defaults.IgnoredFilters,
            Latency = TimeSpan.FromMilliseconds(result.GetValue(_latency)),
            RateLimit = RequestLimit.TryParse(result.GetRequiredValue(_rateLimit), out var limit) ? limit : null,
            Lag = TimeSpan.FromSeconds(result.GetValue(_lag)),
            LiveRate = result.GetValue(_live),
            Changes = [.. (result.GetValue(_change) ?? []).Select(ChangeArgument.TryParse).OfType<AccountChange>()],
            Cuts = (result.GetValue(_cut) ?? []).Aggregate(new ServiceCuts(), (cuts, argument) => CutArgument.TryAdd(cuts, argument) ?? cuts),
            Bounds = BoundsArgument.Read(result.GetValue(_bounds) ?? []),
            TiedRows = result.GetValue(_tie),
            Ahead = TimeSpan.FromSeconds(result.GetValue(_ahead)),
            Traps = (result.GetValue(_trap) ?? []).Select(name => Enum.GetValues<ResourceTrap>()[Array.IndexOf(TrapNames, name)]).ToFrozenSet(),
            Key = result.GetValue(_key),
            PreservedFields = Enum.Parse<PreservedFields>(result.GetRequiredValue(_textsKeep), ignoreCase: true),
            Texts = Read(result.GetValue(_texts)),
            ClockOffset = TimeSpan.FromSeconds(result.GetValue(_clockOffset)),
            RecordBytes = result.GetValue(_recordBytes),
            RawRecords = Read(result.GetValue(_rawRecords)),
            RawEvery = result.GetValue(_rawEvery),
        };
        return new SandboxStart(result.GetRequiredValue(_url), options, new SandboxFaults { Fault = Enum.GetValues<Fault>()[Array.IndexOf(FaultNames, result.GetValue(_fault))] });
    }
}
