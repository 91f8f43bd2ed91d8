using System.Globalization;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Status;

/// <summary>The words for what a key may still ask.</summary>
internal static class AllowanceText
{
    /// <summary>Such as <c>18 of 40 left, resets at :00</c>: a window of a minute begins again at that second of the service's clock.</summary>
    public static string Words(Allowance allowance, InstantFormat instants) => string.Create(CultureInfo.InvariantCulture, $"{allowance.Left} of {allowance.Limit} left, resets at {At(allowance, instants)}");

    private static string At(Allowance allowance, InstantFormat instants) => allowance.Window <= TimeSpan.FromMinutes(1)
        ? allowance.ResetsAt.ToString(":ss", CultureInfo.InvariantCulture)
        : instants.SecondsWithZone(allowance.ResetsAt);
}
