namespace CallEventsDashboard.Authentication;

/// <summary>Ends a sign-in whose token is sound, for a reason of the dashboard's own.</summary>
public sealed class SignInRefusedException(SignInRefusal refusal) : Exception($"The sign-in was refused: {refusal}.")
{
    public SignInRefusal Refusal { get; } = refusal;

    /// <summary>Whose sign-in it was, as far as the token says; null where it names nobody.</summary>
    public UserIdentity? Person { get; init; }
}
