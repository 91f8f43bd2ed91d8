using System.Globalization;

namespace CallEventsDashboard.Telnyx;

/// <summary>The time inside a UUID of version 1, which the ids of legs and sessions carry: when the leg or session was created (RFC 9562, section 5.1).</summary>
public static class UuidTime
{
    /// <summary>100 ns ticks from 0001-01-01 to the start of the Gregorian calendar, 1582-10-15.</summary>
    private static readonly long GregorianTicks = new DateTimeOffset(1582, 10, 15, 0, 0, 0, TimeSpan.Zero).Ticks;

    /// <returns>Null for what is no UUID of version 1.</returns>
    public static DateTimeOffset? CreatedAt(string? uuid)
    {
        if (!Guid.TryParseExact(uuid, "D", out _) || uuid[14] != '1')
            return null;
        var high = long.Parse(uuid.AsSpan(15, 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var middle = long.Parse(uuid.AsSpan(9, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var low = long.Parse(uuid.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new DateTimeOffset(GregorianTicks + ((high << 48) | (middle << 32) | low), TimeSpan.Zero);
    }
}
