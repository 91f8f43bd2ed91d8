namespace CallEventsDashboard.Sessions;

/// <summary>The side that hung up, seen from your application.</summary>
internal enum HangupSide
{
    Unknown,

    /// <summary>The one at the other end of the leg: who called in, or who was called.</summary>
    FarEnd,

    /// <summary>Your application, Telnyx on its behalf, or what the leg was joined to.</summary>
    OwnEnd,
}
