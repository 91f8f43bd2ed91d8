namespace CallEventsDashboard.Authentication;

/// <summary>The state of a sign-in.</summary>
public enum SignInState
{
    /// <summary>It lasts.</summary>
    Live,

    /// <summary>Its time is up, or the person has signed in again: the page loads again, which a person who is still signed in does not notice.</summary>
    Expired,

    /// <summary>Somebody ended it: here, at the provider, by signing in as somebody else in the same browser, or by starting the app again.</summary>
    Ended,
}
