namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>Binary search in sorted times.</summary>
internal static class TimeSearch
{
    /// <summary>The first position whose time is not before the instant.</summary>
    public static int LowerBound(ReadOnlySpan<long> times, long instant)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (times[middle] < instant)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The first position whose time is later than the instant.</summary>
    public static int UpperBound(ReadOnlySpan<long> times, long instant) =>
        instant == long.MaxValue ? times.Length : LowerBound(times, instant + 1);
}
