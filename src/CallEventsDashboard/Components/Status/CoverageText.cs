using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Status;

/// <summary>The texts of the coverage line. Every time says its zone.</summary>
internal sealed record CoverageText
{
    /// <summary>The contract's word for the state: <c>complete</c>, <c>reading</c>, …</summary>
    public required string Word { get; init; }

    /// <summary>The text of the pill: the state in plain words, and whether nothing shows that the list is the one that was asked for.</summary>
    public required string Label { get; init; }

    /// <summary>The class of the pill.</summary>
    public required string Tone { get; init; }

    public string? Total { get; init; }

    /// <summary>The range that was asked for.</summary>
    public required string Range { get; init; }

    /// <summary>Where the reachable part of the range begins; null where all of it is.</summary>
    public string? Reachable { get; init; }

    /// <summary>By what a list of sessions is sorted; null for one of events, whose first column says it.</summary>
    public string? Sorted { get; init; }

    /// <summary>The rule behind it, in whole sentences.</summary>
    public string? SortedHow { get; init; }

    public string? AsOf { get; init; }

    /// <summary>Why the list is not all, and what to do about it; the most urgent first.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The progress of a list that is being read: 0 to 1, or null while it is not known.</summary>
    public double? Share { get; init; }

    public bool IsReading { get; init; }

    /// <param name="instants">How times are written.</param>
    /// <param name="isSearch">Whether a text is searched for.</param>
    /// <param name="capacity">The rows that the browser can scroll.</param>
    /// <param name="sessions">By what the rows are sorted that are sessions, for which events are read; null where the rows are events.</param>
    public static CoverageText From(FeedStatus status, InstantFormat instants, bool isSearch, int capacity, SessionOrder? sessions = null)
    {
        var isSessions = sessions is not null;
        // Rows that can't be scrolled to are not covered, however much of them is known.
        var coverage = status.Coverage is Coverage.Complete && status.RowCount > capacity ? Coverage.Partial : status.Coverage;
        var warnings = FilterWarnings.From(status);
        return new CoverageText
        {
            Label = coverage switch
            {
                Coverage.Complete when warnings.Unconfirmed.Count > 0 => "Can't confirm",
                Coverage.Complete => isSessions ? "All sessions" : "All events",
                Coverage.Reading => status.IsBeingChecked ? "Checking" : "Loading",
                Coverage.Partial => "Partly loaded",
                Coverage.Unreachable => "Older than 24 hours",
                _ => "Failed",
            },
            Word = coverage.ToString().ToLowerInvariant(),
            Tone = coverage switch { Coverage.Complete when warnings.Any => "warn", Coverage.Complete => "ok", Coverage.Reading => "busy", Coverage.Failed => "bad", _ => "warn" },
            Total = coverage is Coverage.Failed or Coverage.Unreachable ? null : isSessions ? Sessions(status) : Counted(status),
            Range = RangeOf(status, instants),
            Reachable = IsCut(status) ? $"available from {instants.DayAndClockWithZone(status.Horizon!.Value)}" : null,
            Sorted = sessions switch
            {
                SessionOrder.NewestStart => "by start, newest first",
                SessionOrder.OldestStart => "by start, oldest first",
                SessionOrder.FirstMatch => "by first match, oldest first",
                _ => null,
            },
            SortedHow = sessions switch
            {
                SessionOrder.NewestStart => "Sessions are sorted by when they began: by their first event or, where a filter leaves events out, by the time in their ID. If the ID has none, by their latest match.",
                SessionOrder.OldestStart => "Sessions are sorted by when they began. One that began before this range is sorted by its first event in it.",
                SessionOrder.FirstMatch => "Sessions are sorted by their first matching event, as their start can't be known before it.",
                _ => null,
            },
            AsOf = status.AsOf is { } asOf ? $"as of {instants.SecondsWithZone(asOf)}" : null,
            Notes = [.. warnings.Notes, .. NotesOf(status, isSearch ? "searched" : isSessions ? "loaded" : "checked", capacity, isSessions ? "sessions" : "events")],
            Share = status.Scan is { IsDone: false, RowsInAll: > 0 and var all } scan ? Math.Min(1, scan.RowsRead / (double)all) : null,
            IsReading = coverage is Coverage.Reading && !status.IsBeingChecked,
        };
    }

    private static bool IsCut(FeedStatus status) =>
        status.Coverage is not Coverage.Unreachable && status.Horizon is { } horizon && status.From is { } from && from < horizon;

    private static string RangeOf(FeedStatus status, InstantFormat instants) => (status.From ?? status.Horizon, status.To ?? status.AsOf) switch
    {
        ({ } from, { } to) when from == to => instants.DayAndClockWithZone(from),
        ({ } from, { } to) => instants.DayRange(from, to),
        (null, { } to) => $"everything Telnyx keeps, until {instants.DayAndClockWithZone(to)}",
        ({ } from, null) => $"since {instants.DayAndClockWithZone(from)}",
        _ => "",
    };

    private static IEnumerable<string> NotesOf(FeedStatus status, string done, int capacity, string rows)
    {
        if (status.Retrying is { } retry)
            yield return $"{FailureText.From(retry.Reason).Title}. Trying again, {CountText.Format(retry.Next)} of {CountText.Format(retry.Of)}.";
        if (status.Coverage is Coverage.Failed && status.Failure is { } failure)
            yield return $"{FailureText.From(failure).Title}.";
        if (status.Coverage is Coverage.Unreachable)
            yield return "Telnyx lists the last 24 hours only. Choose a later range, or filter by a leg or session ID.";
        if (status is { FilteredHere.Count: > 0, Scan: { IsDone: false, RowsInAll: { } all } begun } && all > begun.RowsRead)
            // What lies below the range is in that number too, and is not read.
            yield return $"Filtered here: {CostText.Format(ReadingCost.From(all - begun.RowsRead, status), isMost: status.From is not null)} to check all of it.";
        if (status.Scan is { } scan)
            yield return Progress(scan, done, status.Expired);
        if (status is { IsBeingChecked: true, Coverage: Coverage.Reading, Scan: null })
            yield return "The total is confirmed once the newest events have settled: within two minutes, or as you scroll.";
        if (status.HasBegunAnew)
            yield return "Telnyx's answers contradicted each other, so this list is being loaded again from the start, in order.";
        if (status.AreBoundsRefused)
            yield return "Telnyx refused the time range, so the dashboard loads all events and applies the range itself.";
        if (status.AreBoundsExclusive)
            yield return "Telnyx leaves out events at the exact ends of a range, so the dashboard asks for one microsecond more.";
        if (status.RowCount > capacity)
            yield return $"This list is longer than a browser can scroll: the last {CountText.Format(status.RowCount - capacity)} {rows} can't be reached. Choose a narrower range.";
        if (status.Expired > 0)
            yield return $"{CountText.Format(status.Expired)} expired before they were {(status.Scan is null ? "loaded" : done)}.";
        if (status.Missing > 0)
            yield return $"Telnyx counts {CountText.Format(status.Missing, "event")} that it did not return.";
        if (IsCut(status))
            yield return "Older events can be opened by their leg or session ID.";
    }

    private static string Progress(ScanProgress scan, string done, int expired)
    {
        var read = scan.RowsInAll is { } all ? $"{CountText.Format(scan.RowsRead)} of {CountText.Format(Math.Max(all, scan.RowsRead))} events {done}" : $"{CountText.Format(scan.RowsRead)} events {done}";
        return scan switch
        {
            { IsDone: true } when expired > 0 => $"{CountText.Format(scan.RowsRead, "event")} {done}.",
            { IsDone: true } => scan.RowsRead == 1 ? $"The one event was {done}." : $"All {CountText.Format(scan.RowsRead)} events {done}.",
            { IsStopped: true, GoesOnByScrolling: true } => $"{read} to spare your rate limit. More load as you scroll.",
            { IsStopped: true } => $"Paused after {read.Replace($" {done}", "", StringComparison.Ordinal)} to spare your rate limit.",
            _ => $"{read}…",
        };
    }

    private static string? Counted(FeedStatus status) => (status.Total, status.Scan) switch
    {
        (null, _) => null,
        ({ } total, null) => CountText.Format(total, "event"),
        ({ } total, { IsDone: true }) => CountText.Format(total, "match", "matches"),
        ({ } total, _) => $"{CountText.Format(total, "match", "matches")} so far",
    };

    private static string? Sessions(FeedStatus status) => status.Total is { } total
        ? $"{CountText.Format(total, "session")}{(status.Scan is { IsDone: false } ? " so far" : "")}"
        : null;
}
