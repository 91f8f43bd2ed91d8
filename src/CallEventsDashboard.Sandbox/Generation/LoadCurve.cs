namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>A working day of calls: quiet nights, a peak before noon and one in the afternoon (UTC).</summary>
internal static class LoadCurve
{
    private static readonly double[] Hours = [1, .8, .7, .7, .8, 1.2, 2, 4, 7, 9, 10, 9.5, 7.5, 8.5, 9.5, 9, 8, 6.5, 5, 4, 3, 2.2, 1.7, 1.3];
    private static readonly double Peak = Hours.Max();

    /// <summary>A random instant of [from, to), busier hours more likely.</summary>
    public static long Draw(Rng rng, long from, long to)
    {
        while (true)
        {
            var instant = from + (long)(rng.Unit() * (to - from));
            var hour = instant / (3600.0 * Micros.Second) % 24;
            var next = Hours[((int)hour + 1) % 24];
            var load = Hours[(int)hour] + ((next - Hours[(int)hour]) * (hour - (int)hour));
            if (rng.Unit() * Peak < load)
                return instant;
        }
    }
}
