namespace CallEventsDashboard.Authentication;

/// <summary>Is told of everything that happens to sign-ins.</summary>
internal interface ISignInJournal
{
    void Note(HttpContext context, SignInEvent happened);
}
