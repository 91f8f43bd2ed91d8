using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// Chooses the page that serves a window best. The API numbers pages by their size, so that a window seldom lies within one page of 250; of all
/// sizes, one is taken whose page holds the whole window and as much as possible beyond it in the direction of reading.
/// </summary>
internal static class PageChoice
{
    private const long Spoilt = 1_000_000;

    /// <param name="from">The first ordinal that is needed, from 0.</param>
    /// <param name="to">The last ordinal that is needed, inclusive.</param>
    /// <param name="rising">Whether reading goes on towards higher ordinals.</param>
    /// <param name="count">How many rows the list has.</param>
    /// <param name="largest">The most rows that the page may have.</param>
    /// <param name="avoided">Ordinals that are not needed and spoil each page that holds them.</param>
    public static PageRequest Choose(int from, int to, bool rising, int count, int largest = PageRequest.MaxSize, IReadOnlyCollection<int>? avoided = null)
    {
        var best = (Score: long.MinValue, Page: default(PageRequest));
        for (var size = largest; size >= 1; size--)
        {
            var number = (rising ? from : to) / size;
            var (first, last) = (number * size, Math.Min((number * size) + size, Math.Max(count, to + 1)) - 1);
            var needed = Math.Min(last, to) - Math.Max(first, from) + 1;
            var beyond = rising ? last - to : from - first;
            var score = (needed * 1000L) + Math.Clamp(beyond, 0, PageRequest.MaxSize);
            if (avoided?.Any(ordinal => ordinal >= first && ordinal <= last) == true)
                score -= Spoilt;
            if (score > best.Score)
                best = (score, new PageRequest(number + 1, size));
        }

        return best.Page;
    }
}
