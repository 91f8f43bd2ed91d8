using System.Globalization;
using System.Text;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Rows made by hand, for cases that no generated account has at the right place.</summary>
internal static class FeedRows
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The ticks of a row that many seconds after <see cref="Noon"/>.</summary>
    public static long Time(double second) => Noon.AddSeconds(second).UtcTicks;

    /// <summary>Rows of the same second and id are twins: nothing tells them apart.</summary>
    public static CallEvent Row(double second, int id = 0) => new()
    {
        Name = "call.answered",
        Type = "webhook",
        OccurredAt = Noon.AddSeconds(second),
        Fingerprint = string.Create(CultureInfo.InvariantCulture, $"{Noon.AddSeconds(second).UtcTicks / 10}-{id:x16}"),
        Raw = "{}"u8.ToArray(),
    };

    public static List<CallEvent> Rows(params double[] seconds) => [.. seconds.Select(second => Row(second))];

    public static CallEvent Record(string json) => CallEventReader.Read(System.Text.Json.JsonDocument.Parse(Encoding.UTF8.GetBytes(json)).RootElement);

    public static CallEventPage Page(IReadOnlyList<CallEvent> rows, int? total, int? number = null, int? size = null) =>
        new() { Events = rows, TotalResults = total, PageNumber = number, PageSize = size };

    /// <summary>The next page to ask for: for the wanted rows, else ahead of them; null when nothing is missing.</summary>
    public static PageFetch? Next(this Listing listing, RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) =>
        listing.NextWanted(wanted, onTheirWay) ?? listing.NextAhead(wanted, onTheirWay);

    public static void Commit(this RankedRows ranks, int rank, CallEvent row) => ranks.Commit(rank, RankedRows.TimeOf(row), RankedRows.PrintOf(row));
}
