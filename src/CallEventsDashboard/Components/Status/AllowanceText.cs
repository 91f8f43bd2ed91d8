using System.Globalization;
using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Components.Status;

/// <summary>The words for what a key may still ask.</summary>
internal static class AllowanceText
{
    /// <summary>Such as <c>18 of 40 left, new at :00</c>: a window of a minute begins anew at that second of the service's clock.</summary>
    public static string Words(Allowance allowance) => string.Create(CultureInfo.InvariantCulture, $"{allowance.Left} of {allowance.Limit} left, new at {At(allowance)}");

    private static string At(Allowance allowance) =>
        allowance.ResetsAt.UtcDateTime.ToString(allowance.Window <= TimeSpan.FromMinutes(1) ? ":ss" : "HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
