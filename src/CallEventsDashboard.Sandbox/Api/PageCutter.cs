using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Cuts a page out of a selection, in the order of the service.</summary>
internal sealed class PageCutter(Archive archive, SandboxOptions options)
{
    private const int TieReach = 64;
    private ulong _requests;
    private int _fallen;

    /// <summary>The total that the service reports for a selection.</summary>
    public int Counted(Selection selection)
    {
        var cuts = options.Cuts;
        var total = Math.Min(selection.Count, cuts.Depth ?? int.MaxValue) + (selection.Count > 0 ? cuts.TotalOff : 0) - _fallen;
        _fallen += cuts.TotalFalls;
        return Math.Max(0, total);
    }

    public IReadOnlyList<int> Cut(Selection selection, PageArguments page)
    {
        var cuts = options.Cuts;
        var number = cuts.IgnoresPageNumber ? 1 : page.Number;
        var count = Math.Min(selection.Count, cuts.Depth ?? int.MaxValue);
        var start = Math.Min((long)(number - 1) * page.Size, count);
        var end = Math.Min(start + page.Size, count);
        if (number == cuts.EmptyPage)
            end = start;
        if (cuts.ShortLastPage && start > 0 && end == count && end > start)
            end--;
        if (options.Order == ServiceOrder.Descending)
            (start, end) = (selection.Count - end, selection.Count - start);
        var ids = options.TiesShuffled
            ? Shuffled(selection, (int)start, (int)end)
            : selection.Slice((int)start, (int)end);
        if (options.Order == ServiceOrder.Descending)
            ids.Reverse();
        return ids;
    }

    /// <summary>A group of equal times may lie across the edge of a page: it is shuffled whole, then cut.</summary>
    private List<int> Shuffled(Selection selection, int start, int end)
    {
        var salt = Rng.Mix(++_requests);
        var reach = Math.Max(TieReach, options.TiedRows);
        var from = Math.Max(0, start - reach);
        var ids = selection.Slice(from, Math.Min(selection.Count, end + reach));
        ids.Sort((a, b) => archive.TimeOf(a) != archive.TimeOf(b)
            ? archive.TimeOf(a).CompareTo(archive.TimeOf(b))
            : Rng.Mix(salt ^ (ulong)a).CompareTo(Rng.Mix(salt ^ (ulong)b)));
        return ids.GetRange(start - from, end - start);
    }
}
