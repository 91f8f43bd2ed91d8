using Microsoft.AspNetCore.Http;

namespace CallEventsDashboard.Authentication;

/// <summary>What was noted of sign-ins.</summary>
internal sealed class SignInNotes : ISignInJournal
{
    public List<SignInEvent> Written { get; } = [];

    public void Note(HttpContext context, SignInEvent happened) => Written.Add(happened);
}
