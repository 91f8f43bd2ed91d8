using System.Globalization;

namespace CallEventsDashboard.Sandbox;

/// <summary>How many requests are answered within one window. Windows are fixed by the service's clock: one of 60 s begins with each minute of UTC.</summary>
/// <param name="Requests">From 1.</param>
/// <param name="Window">Whole seconds, from 1.</param>
public sealed record RequestLimit(int Requests, TimeSpan Window)
{
    /// <summary>As Telnyx limits its other lists.</summary>
    public static RequestLimit Telnyx { get; } = new(40, TimeSpan.FromMinutes(1));

    /// <summary>As the command line has it, such as <c>40/60</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Requests}/{Window.TotalSeconds:0}");

    internal static bool TryParse(string text, out RequestLimit? limit)
    {
        var (parts, requests, seconds) = (text.Split('/'), 0, 0);
        var isRead = parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out requests)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
            && requests > 0 && seconds is > 0 and <= 86_400;
        limit = isRead ? new RequestLimit(requests, TimeSpan.FromSeconds(seconds)) : null;
        return isRead;
    }
}
