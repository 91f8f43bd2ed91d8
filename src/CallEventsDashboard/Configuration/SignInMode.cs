namespace CallEventsDashboard.Configuration;

/// <summary>Who signs people in.</summary>
public enum SignInMode
{
    /// <summary>Microsoft Entra ID, one directory.</summary>
    EntraId,

    /// <summary>Any other OpenID Connect provider.</summary>
    OpenIdConnect,

    /// <summary>Nobody: whoever reaches the address is one local user.</summary>
    Anonymous,
}
