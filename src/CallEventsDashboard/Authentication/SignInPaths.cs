namespace CallEventsDashboard.Authentication;

/// <summary>The addresses of signing in and out, below the base path of the app. Pages link to them through their own list.</summary>
public static class SignInPaths
{
    public const string SignIn = "/signin";
    public const string SignOut = "/signout";
    public const string SignedOut = "/signed-out";
    public const string Refused = "/signin-refused";
    public const string ReturnUrl = "returnUrl";
    public const string Again = "again";
}
