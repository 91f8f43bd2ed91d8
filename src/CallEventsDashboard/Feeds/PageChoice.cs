using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// Chooses the page that serves a window best. The API numbers pages by their size, so that a window seldom lies within one page of 250; of all
/// sizes, one is taken whose page holds the whole window and as much as possible beyond it in the direction of reading.
/// </summary>
internal static class PageChoice
{
    /// <param name="from">The first ordinal that is needed, from 0.</param>
    /// <param name="to">The last ordinal that is needed, inclusive.</param>
    /// <param name="rising">Whether reading goes on towards higher ordinals.</param>
    /// <param name="count">How many rows the list has.</param>
    public static PageRequest Of(int from, int to, bool rising, int count)
    {
        var best = (Score: -1L, Page: default(PageRequest));
        for (var size = PageRequest.MaxSize; size >= 1; size--)
        {
            var number = (rising ? from : to) / size;
            var (first, last) = (number * size, Math.Min((number * size) + size, Math.Max(count, to + 1)) - 1);
            var needed = Math.Min(last, to) - Math.Max(first, from) + 1;
            var beyond = rising ? last - to : from - first;
            var score = (needed * 1000L) + Math.Clamp(beyond, 0, PageRequest.MaxSize);
            if (score > best.Score)
                best = (score, new PageRequest(number + 1, size));
        }

        return best.Page;
    }
}
