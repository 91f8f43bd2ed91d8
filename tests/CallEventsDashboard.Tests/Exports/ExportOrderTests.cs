using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Exports;

public class ExportOrderTests
{
    private static readonly Gen<(int Second, int Id, bool IsLate, int Shuffle)[]> Cases =
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3], Gen.Int[0, 5].Select(late => late == 0), Gen.Int[0, 1000]).Array[0, 60];

    [Theory]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Oldest)]
    public void Rows_HoweverThoseOfOneInstantComeAndHoweverManyAreLate_HaveOneOrder(EventOrder order) => Cases.Sample(rows =>
    {
        var all = rows.Select(row => (Row: FeedRows.Row(row.Second, row.Id), row.IsLate, row.Shuffle)).ToList();
        var sign = order is EventOrder.Newest ? -1 : 1;
        var expected = all.Select(each => each.Row).OrderBy(row => sign * row.OccurredAt!.Value.UtcTicks).ThenBy(row => row.Fingerprint, StringComparer.Ordinal).Select(row => row.Fingerprint);
        var listed = all.Where(each => !each.IsLate).OrderBy(each => sign * each.Row.OccurredAt!.Value.UtcTicks).ThenBy(each => each.Shuffle).Select(each => each.Row);

        var subject = new ExportOrder(order);
        List<CallEvent> late = [.. all.Where(each => each.IsLate).OrderBy(each => each.Shuffle).Select(each => each.Row)];
        subject.NoteLate(late);
        List<CallEvent> written = [];
        foreach (var row in listed)
        {
            subject.NoteLate(late);
            written.AddRange(subject.Add(row));
        }

        written.AddRange(subject.End());
        Assert.Equal(expected, written.Select(row => row.Fingerprint));
        Assert.Equal((0, 0), (subject.LeftOut, subject.Held));
    });

    [Fact]
    public void LateRow_WhosePlaceIsPassed_IsCountedAndNotWrittenOutOfOrder()
    {
        var subject = new ExportOrder(EventOrder.Newest);
        List<CallEvent> written = [.. subject.Add(FeedRows.Row(9)), .. subject.Add(FeedRows.Row(5))];
        subject.NoteLate([FeedRows.Row(7), FeedRows.Row(5, 1), FeedRows.Row(3)]);
        written.AddRange([.. subject.Add(FeedRows.Row(2)), .. subject.End()]);

        Assert.Equal([9, 5, 5, 3, 2], written.Select(row => (row.OccurredAt!.Value - FeedRows.Noon).TotalSeconds));
        Assert.Equal(1, subject.LeftOut);
    }

    [Fact]
    public void Rows_OfOneInstantBeyondReason_AreNotAllHeld()
    {
        var subject = new ExportOrder(EventOrder.Newest);
        var written = Enumerable.Range(0, ExportOrder.MostHeld + 10).Sum(id => subject.Add(FeedRows.Row(1, id)).Count());

        Assert.Equal((ExportOrder.MostHeld, 10), (written, subject.Held));
    }
}
