using System.Globalization;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The rows of a list by rank: the place of each, and those whose record is in memory.</summary>
internal sealed class ListedRows
{
    private const int MaxBlocks = 80;

    private readonly RowStore _store = new();
    private readonly Dictionary<int, CallEvent> _tooLarge = [];

    public RankedRows Ranks { get; } = new();

    /// <summary>The ranks whose row was in no answer that should have held it.</summary>
    public MissingRows Lost { get; } = new();

    /// <summary>The ranks whose row is larger than an answer may be.</summary>
    public IReadOnlyCollection<int> TooLarge => _tooLarge.Keys;

    public int Blocks => _store.Blocks;

    public CallEvent? this[int rank] => _tooLarge.TryGetValue(rank, out var row) ? row : _store[rank];

    public bool Contains(int rank) => _store.Contains(rank) || _tooLarge.ContainsKey(rank);

    public void TrimTo(int blocks = MaxBlocks) => _store.TrimTo(blocks);

    /// <returns>How many ranks have a row to show that had none before.</returns>
    public int Keep(IReadOnlyList<CallEvent> rows)
    {
        var gained = 0;
        foreach (var group in TieGroup.From(rows, 0, isCutAtNewer: false, isCutAtOlder: false))
        {
            var ranks = Ranks.RanksAt(group.Time).ToList();
            foreach (var row in group.Rows)
            {
                var at = ranks.FindIndex(rank => Ranks.Print(rank) == RankedRows.PrintOf(row));
                if (at < 0)
                    continue;
                gained += _store.Contains(ranks[at]) ? 0 : 1;
                _store[ranks[at]] = row;
                ranks.RemoveAt(at);
            }
        }

        return gained;
    }

    /// <summary>Puts a row that is too large at its rank, as any row is, so that those around it are read relative to it.</summary>
    /// <param name="fallback">The time that it gets where no other row has one.</param>
    public void KeepTooLarge(int rank, DateTimeOffset fallback)
    {
        var row = CallEventReader.TooLarge(rank.ToString(CultureInfo.InvariantCulture));
        if (!Ranks.Has(rank))
        {
            row = row with { StandsAt = Ranks.TimeAround(rank) ?? fallback };
            Ranks.Commit(rank, RankedRows.TimeOf(row), RankedRows.PrintOf(row));
            Ranks.UncertainTimes.Add(RankedRows.TimeOf(row));
        }

        _tooLarge[rank] = row;
    }

    /// <summary>Counts a loss for each rank that an answer should have given a row, and has not.</summary>
    /// <param name="isFruitless">Whether the answer had no row that was not there before.</param>
    /// <param name="end">The ranks that the service has; exclusive.</param>
    public void CountLosses(AnchoredFetch fetch, PlacementResult placed, bool isFruitless, int end)
    {
        for (var rank = Math.Max(0, fetch.FromRank); rank <= Math.Min(fetch.ToRank, end - 1); rank++)
        {
            var isCovered = fetch.Side is AnchorSide.Tie || (placed.Covered.From <= rank && rank <= placed.Covered.To);
            // One read of a large tie may hold some of its rows, and the next the others.
            if (fetch.Side is AnchorSide.Tie && !isFruitless)
                return;
            if (!_store.Contains(rank) && (isFruitless || (isCovered && !Ranks.Has(rank))))
                Lost.Add(rank);
        }
    }
}
