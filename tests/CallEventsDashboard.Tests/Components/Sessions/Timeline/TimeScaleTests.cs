using CsCheck;

namespace CallEventsDashboard.Components.Sessions.Timeline;

public sealed class TimeScaleTests
{
    private const long Second = 1_000_000;

    private static readonly Gen<long[]> Times = Gen.OneOf(Gen.Long[0, Second], Gen.Long[0, 60 * Second], Gen.Long[0, 3600 * Second]).Array[2, 60]
        .Select(gaps => gaps.Aggregate(new List<long> { 0 }, (times, gap) => [.. times, times[^1] + gap]).ToArray()).Where(times => times[^1] > 0);

    [Fact]
    public void Places_OfTheCompressedScale_RiseWithTime() => Times.Sample(times =>
    {
        var scale = Compressed(times);
        Assert.All(scale.Places.Zip(scale.Places.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(scale.Times.Zip(scale.Times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.Equal((0d, (double)times[^1]), (scale.Times[0], scale.Times[^1]));
    });

    [Fact]
    public void Folds_HoldNoEvent() => Times.Sample(times =>
        Assert.All(IdleGaps.Find(times), fold => Assert.DoesNotContain(times, time => time > fold.From && time < fold.To)));

    [Fact]
    public void Folds_TakeAtMostAThirdOfTheAxis() => Times.Sample(times =>
    {
        var scale = Compressed(times);
        var folded = scale.Folds.Sum(fold => scale.Place(fold.To) - scale.Place(fold.From));
        Assert.True(folded <= (scale.Places[^1] * 0.34) + scale.Folds.Count, $"{folded} of {scale.Places[^1]}");
    });

    [Fact]
    public void WhatIsNotFolded_KeepsItsLength() => Times.Sample(times =>
    {
        var scale = Compressed(times);
        foreach (var (from, to) in times.Zip(times.Skip(1)).Where(pair => !scale.Folds.Any(fold => fold.From >= pair.First && fold.To <= pair.Second)))
            Assert.Equal(to - from, scale.Place(to) - scale.Place(from), 0.01 * Second);
    });

    [Fact]
    public void ALongTalk_IsFoldedAndSaysHowLong()
    {
        var fold = Assert.Single(IdleGaps.Find([0, 3 * Second, 4 * Second, 6 * Second, 730 * Second, 732 * Second]));

        Assert.Equal("12 min 04 s without events", fold.Label);
        Assert.True(fold is { From: > 6 * Second and < 7 * Second, To: < 730 * Second and > 729 * Second });
    }

    [Fact]
    public void Folds_AreTwoAtMost_AndOnlyWhereAGapIsLongBesideTheWholeCall() => Times.Sample(times =>
    {
        var folds = IdleGaps.Find(times);
        Assert.InRange(folds.Count, 0, 2);
        Assert.All(folds, fold => Assert.Contains(times.Zip(times.Skip(1)), gap => gap.First <= fold.From && gap.Second >= fold.To && gap.Second - gap.First > 0.3 * times[^1]));
    });

    [Fact]
    public void EvenGaps_AreNotFolded() => Assert.Empty(IdleGaps.Find([.. Enumerable.Range(0, 50).Select(i => i * 20L * Second)]));

    [Fact]
    public void TwoEvents_HaveNothingToCompare() => Assert.Empty(IdleGaps.Find([0, 3600 * Second]));

    private static TimeScale Compressed(long[] times) => TimeScale.Create(times[^1], IdleGaps.Find(times));
}
