using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Status;

/// <summary>The filters of a list that Telnyx did not apply, or may not have applied, by the names that people know.</summary>
/// <param name="Ignored">Telnyx left them out, and the dashboard filters the list itself.</param>
/// <param name="Unconfirmed">No event shows whether Telnyx applied them.</param>
internal sealed record FilterWarnings(IReadOnlyList<string> Ignored, IReadOnlyList<string> Unconfirmed)
{
    private const string TimeRange = "Time range";

    public bool Any => Ignored.Count > 0 || Unconfirmed.Count > 0;

    /// <summary>The consequences for the list, in sentences.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Unconfirmed.Count > 0)
                yield return $"Can't confirm that Telnyx applied {Named(Unconfirmed)}: this list may include other events.";
            if (Ignored.Count > 0)
                yield return $"Telnyx ignored the filter{(Ignored.Count == 1 ? "" : "s")} {Named(Ignored)}; the dashboard filtered this list.";
        }
    }

    public static FilterWarnings From(FeedStatus status) => new(Labels(status, AppliedBy.Dashboard), Labels(status, AppliedBy.Unverified));

    private static List<string> Labels(FeedStatus status, AppliedBy by) =>
        [.. status.AppliedBy.Where(pair => pair.Value == by && !ActiveFilter.IsOwn(pair.Key) && !status.FilteredHere.Contains(pair.Key)).Select(pair => LabelOf(pair.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string LabelOf(string name) => FilterCatalogue.All.FirstOrDefault(parameter => parameter.Name == name)?.Label ?? TimeRange;

    private static string Named(IReadOnlyList<string> labels) => labels is [var one] ? one : $"{string.Join(", ", labels.SkipLast(1))} and {labels[^1]}";
}
