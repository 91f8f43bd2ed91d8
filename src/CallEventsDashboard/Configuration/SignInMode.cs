namespace CallEventsDashboard.Configuration;

/// <summary>The way people sign in.</summary>
public enum SignInMode
{
    /// <summary>Microsoft Entra ID, one directory.</summary>
    EntraId,

    /// <summary>Any other OpenID Connect provider.</summary>
    OpenIdConnect,

    /// <summary>Nobody: whoever reaches the address is one local user.</summary>
    Anonymous,
}
