using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Which rows a list has, and in which order, as its opening found out.</summary>
/// <param name="First">The bound of the first answer, which reaches as far ahead of the clock as rows may be stamped.</param>
/// <param name="Pin">The upper bound of the list: its T0, or the query's own bound. Newer rows are of it where the newest end, when it was read, had some.</param>
/// <param name="Lower">The lower bound of the list, which is kept by counting.</param>
/// <param name="Below">How many rows the service has below <paramref name="Lower"/>.</param>
/// <param name="SettledBefore">Rows before this instant have settled: hardly any comes in among them any more.</param>
internal sealed record ListScope(ServiceOrder ServiceOrder, EventOrder ViewOrder, TimeBound First, TimeBound Pin, TimeBound? Lower, int Below, DateTimeOffset SettledBefore)
{
    /// <summary>
    /// Whether the number of rows may be confirmed later than the first of them are shown, as requests are to be spared on a busy account. Its first page does
    /// not reach rows that had settled: to read on until there are some takes many pages that nobody looks at. So the list is shown with the number that the
    /// first answer says, and counted from one of its rows once that has settled, by one request; a reader who goes on has the number from a page that is read
    /// then. Only where indices count from the newest end, so that it moves no row.
    /// </summary>
    public bool SettlesLater { get; init => field = value && ViewOrder is EventOrder.Newest && Lower is null; }
}
