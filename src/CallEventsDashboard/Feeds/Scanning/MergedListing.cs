using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>
/// The rows of several lists in one, each of which is read in order. A row is listed once all of them were read up to its time, so that none moves; an event
/// that stands in several is listed once.
/// </summary>
/// <param name="cannotTell">Whether a row does not show if it belongs to the list.</param>
internal sealed class MergedListing(EventOrder viewOrder, IReadOnlyList<MergedPart> parts, Func<CallEvent, bool> cannotTell) : Listing
{
    private readonly List<CallEvent> _rows = [];
    private readonly Dictionary<string, int> _listed = new(StringComparer.Ordinal);
    private List<CallEvent>? _decided;
    private int _sorts;

    public override int RowCount => _rows.Count;

    public override int Undecided => _rows.Count - Decided.Count;

    public override int Expired => parts.Sum(part => part.Rows.Expired);

    public override int Missing => parts.Sum(part => part.Rows.Missing);

    public override IReadOnlyList<CallEvent> Late => [.. parts.SelectMany(part => part.Rows.Late).DistinctBy(row => row.Fingerprint, StringComparer.Ordinal)];

    public override ScanProgress Scan
    {
        get
        {
            var scans = parts.Select(part => part.Rows.Scan).ToList();
            return new(scans.Sum(scan => scan.RowsRead), scans.Sum(scan => scan.RowsInAll), Behind is { Rows.Scan.IsStopped: true }, scans.TrueForAll(scan => scan.IsDone));
        }
    }

    public override CallEvent? Row(int index) => index < _rows.Count ? _rows[index] : null;

    public override CallEvent? DecidedRow(int index) => index < Decided.Count ? Decided[index] : null;

    public override int? DecidedIndex(int index) => Row(index) is { } row && Decided.IndexOf(row) is var decided and >= 0 ? decided : null;

    public override void Continue() => Each(part => part.Rows.Continue());

    public override void Reconsider()
    {
        Each(part => part.Rows.Reconsider());
        _decided = null;
    }

    public override PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) =>
        (wanted.DecidedOnly ? Decided.Count : _rows.Count) < wanted.End ? NextAhead(wanted, onTheirWay) : null;

    public override PageFetch? NextAhead(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) =>
        Behind is { } part && part.Rows.NextAhead(wanted, onTheirWay) is { } fetch ? fetch with { Filter = part.Filter } : null;

    public override void Place(PageFetch fetch, CallEventPage page)
    {
        PartOf(fetch)?.Rows.Place(fetch, page);
        Merge();
    }

    public override void PlaceTooLarge(PageFetch fetch)
    {
        PartOf(fetch)?.Rows.PlaceTooLarge(fetch);
        Merge();
    }

    /// <summary>Lists the rows that can be by now.</summary>
    public void Merge()
    {
        var sorts = parts.Sum(part => part.Rows.Sorts);
        if (sorts != _sorts)
        {
            _sorts = sorts;
            _rows.Clear();
            _listed.Clear();
            Each(part => part.Begin());
        }

        while (Next() is { } part)
        {
            var row = part.Take(out var twins);
            if (twins <= _listed.GetValueOrDefault(row.Fingerprint))
                continue;
            _listed[row.Fingerprint] = twins;
            _rows.Add(row);
        }

        _decided = null;
    }

    private List<CallEvent> Decided => _decided ??= [.. _rows.Where(row => !cannotTell(row))];

    /// <summary>The part that the others wait for; null when all are read.</summary>
    private MergedPart? Behind => parts.Where(part => !part.Rows.Scan.IsDone).MinBy(part => part.Rows.Front is { } front ? Distance(front) : long.MinValue);

    private MergedPart? PartOf(PageFetch fetch) => parts.FirstOrDefault(part => part.Filter == fetch.Filter);

    /// <summary>The part whose next row is the next of the list; null where it is not known yet.</summary>
    private MergedPart? Next() =>
        parts.Where(part => part.Next is not null).MinBy(part => DistanceOf(part.Next!)) is { } first && parts.All(other => other == first || other.Next is not null || IsReadUpTo(other, first.Next!)) ? first : null;

    private bool IsReadUpTo(MergedPart part, CallEvent row) =>
        part.Rows.Scan.IsDone || (part.Rows.Front is { } front && DistanceOf(row) <= Distance(front));

    // A row without a time stands where its own list has it.
    private long DistanceOf(CallEvent row) => row.OccurredAt is { } at ? Distance(at) : long.MinValue;

    private long Distance(DateTimeOffset at) => viewOrder is EventOrder.Newest ? -at.UtcTicks : at.UtcTicks;

    private void Each(Action<MergedPart> change)
    {
        foreach (var part in parts)
            change(part);
    }
}
