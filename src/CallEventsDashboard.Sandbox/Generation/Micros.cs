using System.Globalization;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>Instants as microseconds since 1970 in UTC: the resolution of the API, and one number to store and compare.</summary>
internal static class Micros
{
    public const long Millisecond = 1_000;
    public const long Second = 1_000_000;
    public const long Day = 86_400 * Second;

    public static long From(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset ToInstant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static string ToIso(long micros) => ToInstant(micros).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
