namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>
/// A working day of calls: quiet nights, a peak before noon and one in the afternoon. Every account ends at the same hour of such a day, whatever the clock
/// says: when it is started must not change what it holds.
/// </summary>
internal static class LoadCurve
{
    private const double EndHour = 14.5;
    private static readonly double[] Hours = [1, .8, .7, .7, .8, 1.2, 2, 4, 7, 9, 10, 9.5, 7.5, 8.5, 9.5, 9, 8, 6.5, 5, 4, 3, 2.2, 1.7, 1.3];
    private static readonly double Peak = Hours.Max();

    /// <summary>A random instant of [from, to), busier hours more likely.</summary>
    /// <param name="end">The end of the account, not before <paramref name="to"/>.</param>
    public static long Draw(Rng rng, long from, long to, long end)
    {
        while (true)
        {
            var instant = from + (long)(rng.Unit() * (to - from));
            if (rng.Unit() * Peak < LoadBefore(end - instant))
                return instant;
        }
    }

    private static double LoadBefore(long age)
    {
        var hour = (EndHour + 24 - (age % Micros.Day / (3600.0 * Micros.Second))) % 24;
        var next = Hours[((int)hour + 1) % 24];
        return Hours[(int)hour] + ((next - Hours[(int)hour]) * (hour - (int)hour));
    }
}
