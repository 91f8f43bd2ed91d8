using CallEventsDashboard.Authentication;
using CallEventsDashboard.Browser;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.ApiKeys;

/// <summary>The stored keys of one circuit's person, for as long as that person is signed in: the tab may outlive the sign-in, and the keys may not.</summary>
/// <param name="lost">Called when the person has gone.</param>
internal sealed class UserKeyStorage(BrowserStorage storage, AuthenticationStateProvider authentication, Action lost) : IDisposable
{
    private KeyStorage? _storage;
    private UserIdentity? _user;

    /// <summary>Whether the storage was found, and the person is still signed in.</summary>
    public bool IsFound => _storage is not null;

    /// <returns>Null where nobody is signed in.</returns>
    public async Task<KeyStorage?> FindAsync()
    {
        if (_storage is null && UserIdentity.From((await authentication.GetAuthenticationStateAsync()).User) is { } user)
        {
            (_storage, _user) = (new KeyStorage(storage, user), user);
            authentication.AuthenticationStateChanged += HandleChange;
        }

        return _storage;
    }

    public void Dispose() => authentication.AuthenticationStateChanged -= HandleChange;

    private void HandleChange(Task<AuthenticationState> state)
    {
        if (state.IsCompletedSuccessfully && UserIdentity.From(state.Result.User) == _user)
            return;
        authentication.AuthenticationStateChanged -= HandleChange;
        _storage = null;
        lost();
    }
}
