using System.Security.Claims;

namespace CallEventsDashboard.Exports;

/// <summary>What a person may take out of the dashboard. The one place that is asked.</summary>
internal static class ExportPermission
{
    /// <summary>Whether numbers and texts may leave as they are: whoever may see them may take them.</summary>
    public static bool MayReveal(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Identity is { IsAuthenticated: true };
    }
}
