using System.Globalization;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Shared;

/// <summary>What reading costs, in words.</summary>
internal static class CostText
{
    /// <summary><c>about 40 requests, a few seconds</c></summary>
    /// <param name="isMost">Whether it may be less: <c>up to 40 requests</c>.</param>
    public static string Format(ReadingCost cost, bool isMost = false) => $"{(isMost ? "up to" : "about")} {CountText.Format(cost.Requests, "request")}, {Duration(cost.Duration)}";

    /// <summary><c>a few seconds</c>, <c>about 13 min</c></summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 10 } => "a few seconds",
        { TotalSeconds: < 90 } => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(duration.TotalSeconds / 10) * 10:0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(duration.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(duration.TotalHours):0} h"),
    };
}
