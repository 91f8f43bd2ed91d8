namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>How time becomes place: straight lines between knots. Times and places are in microseconds; where nothing is folded they run alike.</summary>
/// <param name="Times">Rising, from 0; two or more.</param>
/// <param name="Places">Rising, one for each time.</param>
internal sealed record TimeScale(IReadOnlyList<double> Times, IReadOnlyList<double> Places, IReadOnlyList<TimeFold> Folds)
{
    /// <summary>The width of a fold: this share of what is not folded.</summary>
    private const double FoldShare = 0.04;

    /// <summary>All folds together are no wider than this share of what is not folded.</summary>
    private const double MaxFoldShare = 0.5;

    /// <param name="length">The end of the axis; more than 0.</param>
    /// <param name="folds">Apart from one another, in their order, and within the axis.</param>
    public static TimeScale Create(long length, IReadOnlyList<TimeFold> folds)
    {
        var active = length - folds.Sum(fold => fold.To - fold.From);
        var width = folds.Count == 0 ? 0 : Math.Max(1, active * Math.Min(FoldShare, MaxFoldShare / folds.Count));
        List<double> times = [0];
        List<double> places = [0];
        foreach (var fold in folds)
        {
            Add(fold.From, fold.From - times[^1]);
            Add(fold.To, width);
        }

        Add(length, length - times[^1]);
        return new TimeScale(times, places, folds);

        void Add(double time, double distance)
        {
            if (time <= times[^1])
                return;
            places.Add(places[^1] + distance);
            times.Add(time);
        }
    }

    /// <summary>The place of a time; beyond the ends the scale goes on straight.</summary>
    public double Place(double time)
    {
        var at = 1;
        while (at < Times.Count - 1 && Times[at] < time)
            at++;
        return Places[at - 1] + ((time - Times[at - 1]) * (Places[at] - Places[at - 1]) / (Times[at] - Times[at - 1]));
    }
}
