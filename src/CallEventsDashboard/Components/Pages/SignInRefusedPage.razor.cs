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

    private string Explanation => _refusal switch
    {
        SignInRefusal.Tenant => "This account belongs to another organization. The dashboard is open to accounts of its own organization only.",
        SignInRefusal.Role => "Your account is known, but it has not been given the role that this dashboard asks for. Ask whoever manages access to it.",
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
