namespace CallEventsDashboard.Authentication;

/// <summary>Why somebody was not let in.</summary>
public enum SignInRefusal
{
    /// <summary>Nothing more is known.</summary>
    Unknown,

    /// <summary>The account belongs to another directory.</summary>
    Tenant,

    /// <summary>The account lacks the role that the dashboard asks for.</summary>
    Role,

    /// <summary>The account is a guest of the directory.</summary>
    Guest,

    /// <summary>The account is in none of the groups that the dashboard asks for.</summary>
    Group,

    /// <summary>The account is in so many groups that the token does not list them.</summary>
    TooManyGroups,

    /// <summary>The account lacks a claim that the dashboard asks for, or has another value of it.</summary>
    Claim,

    /// <summary>The address of the account is not verified, or of another domain.</summary>
    Email,

    /// <summary>The person did not sign in by a way that is strong enough.</summary>
    Assurance,

    /// <summary>The provider did not have the person sign in again.</summary>
    Stale,

    /// <summary>The token is not one that this dashboard may believe.</summary>
    Token,

    /// <summary>The token was good once.</summary>
    Expired,

    /// <summary>The answer belongs to no attempt that this browser has begun.</summary>
    Attempt,

    /// <summary>The provider, or the person at it, said no.</summary>
    Declined,

    /// <summary>The provider does not answer, or not as one.</summary>
    Unavailable,
}
