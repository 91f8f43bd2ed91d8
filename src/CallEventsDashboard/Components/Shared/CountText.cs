using System.Globalization;

namespace CallEventsDashboard.Components.Shared;

/// <summary>How many there are of something, as it is written everywhere on a page.</summary>
internal static class CountText
{
    /// <summary><c>1,234</c></summary>
    public static string Format(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 event</c>, <c>1,234 events</c>.</summary>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for more and for none; null for that of one with an s.</param>
    public static string Format(int count, string one, string? many = null) => $"{Format(count)} {(count == 1 ? one : many ?? $"{one}s")}";
}
