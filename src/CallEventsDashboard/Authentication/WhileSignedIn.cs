using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Authentication;

/// <summary>What belongs to the person behind one circuit, for as long as that person is signed in: the tab may outlive the sign-in, and what is theirs may not.</summary>
/// <param name="create">Makes it for a person.</param>
/// <param name="lost">Called when the person has gone.</param>
internal sealed class WhileSignedIn<T>(AuthenticationStateProvider authentication, Func<UserIdentity, T> create, Action lost) : IDisposable
    where T : class
{
    private T? _own;
    private UserIdentity? _user;

    /// <summary>Whether it was found, and the person is still signed in.</summary>
    public bool IsFound => _own is not null;

    /// <returns>Null where nobody is signed in.</returns>
    public async Task<T?> FindAsync()
    {
        if (_own is null && UserIdentity.From((await authentication.GetAuthenticationStateAsync()).User) is { } user)
        {
            (_own, _user) = (create(user), user);
            authentication.AuthenticationStateChanged += HandleChange;
        }

        return _own;
    }

    public void Dispose() => authentication.AuthenticationStateChanged -= HandleChange;

    private void HandleChange(Task<AuthenticationState> state)
    {
        if (state.IsCompletedSuccessfully && UserIdentity.From(state.Result.User) == _user)
            return;
        authentication.AuthenticationStateChanged -= HandleChange;
        _own = null;
        lost();
    }
}
