using System.Collections.Frozen;

namespace CallEventsDashboard.Sandbox;

/// <summary>The content of the account and the behaviour of the simulated service. Everything the API leaves open is a choice here.</summary>
public sealed record SandboxOptions
{
    /// <summary>Rows in the 24 hours before the start. Some 5 % more lie further back, reachable by leg or session id only.</summary>
    public int Events { get; init; } = 100_000;

    /// <summary>
    /// How far back before the start the rows of the last 24 hours begin, at most 24 hours. A shorter span leaves none that the horizon passes for the rest
    /// of the 24 hours: totals then stand still.
    /// </summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Calls that the account holds besides its <see cref="Events"/>, so many of each. They are over at the start, unless they are named after not being so, and nothing goes wrong in them but what they are named after.</summary>
    public IReadOnlyDictionary<CallScenario, int> Scenarios { get; init; } = new Dictionary<CallScenario, int>();

    /// <summary>About so many of <see cref="Events"/> belong to one session; 0 for no such session.</summary>
    public int LongSession { get; init; }

    /// <summary>The legs of that session, where it has ten events for each.</summary>
    public int LongSessionLegs { get; init; } = 20;

    /// <summary>The same options with the same seed give the same account at any hour: the start moves its times and nothing else.</summary>
    public int Seed { get; init; } = 1;

    public RecordShape Shape { get; init; } = RecordShape.Documented;

    public ServiceOrder Order { get; init; } = ServiceOrder.Ascending;

    /// <summary>Whether <c>meta</c> has <c>total_results</c> and <c>total_pages</c>.</summary>
    public bool Totals { get; init; } = true;

    public TwoBounds TwoBounds { get; init; } = TwoBounds.Error;

    /// <summary>Times of records without a zone; they are UTC all the same.</summary>
    public bool ZonelessTimes { get; init; }

    /// <summary>Wire names, without <c>filter[…]</c>, of filters that are dropped in silence, as unknown ones always are, and of fields of detail records. Default: the three borrowed from other endpoints.</summary>
    public IReadOnlySet<string> IgnoredFilters { get; init; } = FilterNames.Borrowed.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Rows of one instant come in another order at each request.</summary>
    public bool TiesShuffled { get; init; }

    /// <summary>Time before each answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The longest time from an event until it can be seen; each row has its own share of it.</summary>
    public TimeSpan Lag { get; init; }

    /// <summary>How many requests are answered within one window; null: all, and answers report a limit that is never reached.</summary>
    public RequestLimit? RateLimit { get; init; }

    /// <summary>A change of the account between two given answers. Default: none.</summary>
    public IReadOnlyList<AccountChange> Changes { get; init; } = [];

    /// <summary>Where answers have less than was asked for.</summary>
    public ServiceCuts Cuts { get; init; } = new();

    /// <summary>The real effect of the bounds of a request.</summary>
    public ServiceBounds Bounds { get; init; } = new();

    /// <summary>So many rows in the middle of the history happened in one instant.</summary>
    public int TiedRows { get; init; }

    /// <summary>How far ahead of the service's clock the newest rows are stamped at the start; zero for none. They can be seen all the same.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>New events per second from the start on, on average.</summary>
    public double LiveRate { get; init; }

    /// <summary>
    /// Texts that replace all others but times in the records: what a hostile caller could choose. Default: none. Besides its <see cref="Events"/>
    /// the account then has records in which each text stands once in each place: for each text one in either half of the legs, which a mixed account writes in
    /// different shapes; or, where names are kept, a session of one leg, and a leg in one session of them all.
    /// </summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The fields that the <see cref="Texts"/> leave as they are.</summary>
    public PreservedFields PreservedFields { get; init; }

    /// <summary>How far the service's clock is ahead of the caller's, its events and its <c>Date</c> alike; negative where it is behind.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>How many bytes each record has beside its own, in a text <c>padding</c>.</summary>
    public int RecordBytes { get; init; }

    /// <summary>
    /// Texts that are put into answers as they are, in the place of one row of every <see cref="RawEvery"/>, each in turn: JSON or not. <c>{time}</c>, <c>{name}</c>,
    /// <c>{leg}</c> and <c>{session}</c> in them are those of the row. Default: none.
    /// </summary>
    public IReadOnlyList<string> RawRecords { get; init; } = [];

    /// <summary>How many rows there are to one of <see cref="RawRecords"/>, from 1.</summary>
    public int RawEvery { get; init; } = 20;

    /// <summary>Trouble of the resources beside the log. A key that begins with <c>KEY_LOG_ONLY</c> may read none of them, whatever this says.</summary>
    public IReadOnlySet<ResourceTrap> Traps { get; init; } = FrozenSet<ResourceTrap>.Empty;

    /// <summary>The one key that is let in. Null: any key, but those that begin with <c>KEY_INVALID</c> (401) or <c>KEY_FORBIDDEN</c> (403).</summary>
    public string? Key { get; init; }
}
