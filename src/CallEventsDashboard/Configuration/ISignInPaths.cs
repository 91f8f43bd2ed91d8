namespace CallEventsDashboard.Configuration;

/// <summary>The paths at which a provider comes back to the app; null for the usual ones.</summary>
internal interface ISignInPaths
{
    string? CallbackPath { get; }

    string? SignedOutCallbackPath { get; }

    string? RemoteSignOutPath { get; }
}
