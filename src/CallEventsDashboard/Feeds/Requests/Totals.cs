using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

internal static class Totals
{
    /// <summary>The total that an answer gives; null when it gives none, or one that its own rows disprove.</summary>
    public static int? From(CallEventPage page) =>
        page.TotalResults is >= 0 and <= int.MaxValue and var total && total >= page.Events.Count ? (int)total : null;

    /// <summary>The same of a first page of one row: without a total, the number of such pages is the total.</summary>
    public static int? FromSmallest(CallEventPage page) =>
        From(page) ?? (page.Events.Count == 0 ? 0 : page is { PageSize: null or 1, TotalPages: > 1 } ? page.TotalPages : null);
}
