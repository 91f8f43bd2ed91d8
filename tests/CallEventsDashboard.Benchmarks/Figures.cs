using System.Globalization;

namespace CallEventsDashboard.Benchmarks;

internal static class Figures
{
    public static double Median(IReadOnlyCollection<double> values) => Percentile(values, 0.5);

    public static double Percentile(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt((int)Math.Min(values.Count - 1, Math.Floor(values.Count * share)));

    public static void Print(string line) => Console.WriteLine(line);

    public static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
