namespace CallEventsDashboard.Authentication;

/// <summary>How a session stands.</summary>
public enum SessionStanding
{
    /// <summary>It lasts.</summary>
    Live,

    /// <summary>Its time is up: the provider is asked again, which a person who is still signed in there does not notice.</summary>
    Expired,

    /// <summary>Somebody ended it: here, at the provider, or by starting the app anew.</summary>
    Ended,
}
