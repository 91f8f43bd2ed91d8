namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>OpenIdConnect</c>: any provider. The framework's handler reads further keys of it.</summary>
public sealed class OpenIdConnectSettings : ISettings, ISignInPaths
{
    public static string Section => "OpenIdConnect";

    public static bool IsShared => true;

    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>The scopes to request, separated by spaces; the framework's choice where it is empty.</summary>
    public string? Scopes { get; set; }

    /// <summary>The claim that holds a person's roles; <c>roles</c> where it is empty.</summary>
    public string? RoleClaim { get; set; }

    public string? CallbackPath { get; set; }

    public string? SignedOutCallbackPath { get; set; }

    public string? RemoteSignOutPath { get; set; }
}
