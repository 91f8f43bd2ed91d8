using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Exports;

/// <summary>What an export has, and of what: for its name and, where it is partial, its last line.</summary>
/// <param name="Rows">The events that it has.</param>
/// <param name="Total">The events of the list; null where that is not known.</param>
public sealed record ExportSummary(int Rows, int? Total)
{
    /// <summary>T0 of the list, by the service's clock.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The range of the list; null where it is open.</summary>
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>That of the list, in the contract's word.</summary>
    public string Coverage { get; init; } = "complete";

    /// <summary>Where the 24 hours began in which a range lies that is open at its beginning; null for a query by leg or session.</summary>
    public DateTimeOffset? Horizon { get; init; }

    public int Expired { get; init; }

    public int Missing { get; init; }

    /// <summary>Events that came in after their place in the file had been written.</summary>
    public int LeftOut { get; init; }

    /// <summary>Whether a person ended it before its end.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether events of the list are not in it.</summary>
    public bool IsPartial => IsStopped || Expired > 0 || Missing > 0 || LeftOut > 0 || Coverage != "complete";

    /// <summary>Why it is partial, in words; empty where it is not.</summary>
    public IReadOnlyList<string> Reasons => [.. Why()];

    /// <param name="isAtEnd">Whether every row that can be read was.</param>
    public static ExportSummary Create(FeedStatus status, int rows, int leftOut, bool isAtEnd)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new ExportSummary(rows, status.Scan is { IsDone: false } || status.Total is null ? null : status.RowCount)
        {
            AsOf = status.AsOf,
            From = status.From,
            To = status.To,
            Horizon = status.Horizon,
            // A list whose number waits to be confirmed lacks nothing that is known of.
            Coverage = !isAtEnd ? "partial"
                : status.Coverage is Feeds.Coverage.Reading or Feeds.Coverage.Complete || (status is { IsBeingChecked: true, Failure: null }) ? "complete"
                : status.Coverage.ToString().ToLowerInvariant(),
            Expired = status.Expired,
            Missing = status.Missing,
            LeftOut = leftOut,
            IsStopped = !isAtEnd,
        };
    }

    private IEnumerable<string> Why()
    {
        if (IsStopped)
            yield return "stopped before its end";
        if (Expired > 0)
            yield return FormattableString.Invariant($"{Expired} left the 24-hour window before they were read");
        if (Missing > 0)
            yield return FormattableString.Invariant($"{Missing} were in none of Telnyx's answers");
        if (LeftOut > 0)
            yield return FormattableString.Invariant($"{LeftOut} arrived after their place had been written");
        if (!IsStopped && Expired + Missing == 0 && Coverage != "complete")
            yield return "the range reaches beyond the 24-hour window";
    }
}
