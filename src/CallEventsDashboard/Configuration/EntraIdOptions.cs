namespace CallEventsDashboard.Configuration;

/// <summary>The required settings of Microsoft.Identity.Web's section <c>AzureAd</c>, which it reads itself.</summary>
public sealed class EntraIdOptions : ISettings, ISignInPaths
{
    public static string Section => "AzureAd";

    public static bool IsShared => true;

    /// <summary>The public cloud's; national clouds have their own.</summary>
    public string Instance { get; set; } = "https://login.microsoftonline.com/";

    public string? Authority { get; set; }

    public string? TenantId { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? CallbackPath { get; set; }

    public string? SignedOutCallbackPath { get; set; }

    public string? RemoteSignOutPath { get; set; }
}
