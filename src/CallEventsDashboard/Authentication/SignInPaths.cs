namespace CallEventsDashboard.Authentication;

/// <summary>The addresses of signing in and out, below the base path of the app. Pages link to them through their own list.</summary>
public static class SignInPaths
{
    public const string SignIn = "/signin";
    public const string SignOut = "/signout";

    /// <summary>The field of the form of <see cref="SignOut"/> that is there where all of a person's sign-ins are to end.</summary>
    public const string Everywhere = "everywhere";

    /// <summary>Where a provider says by itself that a session of its is over.</summary>
    public const string BackChannel = "/signout-backchannel";

    public const string SignedOut = "/signed-out";
    public const string Refused = "/signin-refused";
    public const string ReturnUrl = "returnUrl";
    public const string Again = "again";
}
