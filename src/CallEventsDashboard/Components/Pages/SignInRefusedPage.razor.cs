using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Pages;

/// <summary>Says why somebody was not let in. The address names only the reason; what a token contained is on no page.</summary>
public sealed partial class SignInRefusedPage
{
    private SignInRefusal _refusal;

    [SupplyParameterFromQuery] public string? Reason { get; set; }

    [SupplyParameterFromQuery(Name = SignInPaths.ReturnUrl)] public string? Target { get; set; }

    [CascadingParameter] public HttpContext? Context { get; set; }

    private string Heading => _refusal is SignInRefusal.Unavailable ? "Signing in is not possible at the moment" : "You were not signed in";

    /// <summary>Whether another account may be let in.</summary>
    private bool IsOfTheAccount => _refusal is SignInRefusal.Tenant or SignInRefusal.Role or SignInRefusal.Guest or SignInRefusal.Group
        or SignInRefusal.TooManyGroups or SignInRefusal.Claim or SignInRefusal.Email or SignInRefusal.Declined;

    private string Explanation => _refusal switch
    {
        SignInRefusal.Tenant => "This account belongs to another organization. The dashboard is open to accounts of its own organization only.",
        SignInRefusal.Role => "Your account is known, but it has not been given the role that this dashboard asks for. Ask whoever manages access to it.",
        SignInRefusal.Guest => "This account is a guest of the organization. The dashboard is open to its members only.",
        SignInRefusal.Group => "Your account is known, but it is in none of the groups that may use this dashboard. Ask whoever manages access to it.",
        SignInRefusal.TooManyGroups => "Your account is in so many groups that the sign-in provider does not list them. Whoever runs the dashboard can have only the assigned groups sent, or ask for a role instead.",
        SignInRefusal.Claim => "Your account is known, but it lacks something that this dashboard asks for. Ask whoever manages access to it.",
        SignInRefusal.Email => "The dashboard is open to certain e-mail domains only, and the address of this account is of another one or was not verified by the sign-in provider.",
        SignInRefusal.Assurance => "The sign-in provider let you in by a way that is not strong enough for this dashboard, such as a password alone. Sign in there with a second factor, then try again.",
        SignInRefusal.Stale => "You signed in at your provider too long ago, and it did not ask you again. Sign out there, then try again.",
        SignInRefusal.Token => "The sign-in provider's response could not be trusted: it was not issued for this dashboard, or it was changed in transit. If this happens again, contact whoever runs the dashboard.",
        SignInRefusal.Expired => "The sign-in provider's response has expired. Try again; if this keeps happening, the clock of one of the servers may be wrong.",
        SignInRefusal.Attempt => "This response does not belong to a sign-in that was started in this browser. It may have taken too long, or been opened from a bookmark, or the browser refused a cookie.",
        SignInRefusal.Declined => "The sign-in provider did not let you in, or the sign-in was cancelled there.",
        SignInRefusal.Unavailable => "The sign-in provider does not answer. Try again in a moment.",
        _ => "Something went wrong after the sign-in. The error was logged.",
    };

    protected override void OnInitialized()
    {
        if (Reason is [>= 'a' and <= 'z', ..] && Enum.TryParse<SignInRefusal>(Reason, ignoreCase: true, out var refusal))
            _refusal = refusal;
        Context?.Response.StatusCode = _refusal is SignInRefusal.Unavailable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden;
    }
}
