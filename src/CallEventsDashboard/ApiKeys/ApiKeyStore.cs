using CallEventsDashboard.Authentication;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace CallEventsDashboard.ApiKeys;

/// <summary>
/// The API keys of the person behind one circuit. They lie encrypted in that person's browser; this holds them while the tab is open.
/// Nothing here throws: what can't be done is a sentence for the page.
/// </summary>
/// <remarks>Every change begins by reading what is stored, so that two tabs do not undo each other's. Which key is active is each tab's own.</remarks>
public sealed partial class ApiKeyStore(
    ProtectedLocalStorage storage,
    IJSRuntime js,
    AuthenticationStateProvider authentication,
    TimeProvider time,
    IOptions<SandboxAccountOptions> sandbox,
    ILogger<ApiKeyStore> logger) : IDisposable
{
    private const string StorageRefused = "This browser did not let the dashboard use its storage: it is full, or turned off for this site. Allow it, then try again.";
    private const string NobodySignedIn = "Nobody is signed in, so there is no place for a key. Reload the page.";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private KeyChain _keys = KeyChain.Empty;
    private string? _active;
    private Dictionary<string, ApiAccount> _accounts = [];
    private KeySlot? _slot;
    private UserIdentity? _user;
    private Task? _loading;

    /// <summary>After every change of what the members below say.</summary>
    public event EventHandler? Changed;

    public bool IsLoaded { get; private set; }

    /// <summary>A calm explanation for the page when stored keys were dropped or could not be read.</summary>
    public string? Notice { get; private set; }

    /// <summary>The keys in the order in which they were saved; none before <see cref="LoadAsync"/>.</summary>
    public IReadOnlyList<StoredKey> Keys => [.. Living().Select(Describe)];

    public StoredKey? Active => Living().Where(entry => entry.Is(_active)).Select(Describe).FirstOrDefault();

    public ApiAccount? ActiveAccount => Account(_active);

    /// <summary>The account of that name, ignoring case; null when there is none or its key has expired.</summary>
    public ApiAccount? Account(string? name)
        => Living().FirstOrDefault(entry => entry.Is(name)) is { } entry ? _accounts.GetValueOrDefault(entry.Name) : null;

    /// <summary>What is wrong with a name for a key that is to be saved, or for <paramref name="renamed"/>; null when it will do.</summary>
    public string? NameProblem(string name, string? renamed = null)
        => KeyChain.NameProblem(name.Trim()) ?? _keys.TakenProblem(name.Trim(), except: _keys.Find(renamed));

    /// <summary>What is wrong with what was pasted as a key; null when it will do.</summary>
    public static string? KeyProblem(string? pasted) => KeyChain.KeyProblem(pasted);

    /// <summary>Reads the stored keys, once for each circuit however often it is called.</summary>
    public Task LoadAsync() => _loading ??= ChangeAsync(change: null);

    /// <summary>Stores a key and makes it active. No request is sent.</summary>
    /// <returns>Null, or the sentence that says why it was not stored.</returns>
    public async Task<string?> SaveAsync(string name, string pasted)
    {
        var trimmed = name.Trim();
        if ((KeyChain.NameProblem(trimmed) ?? KeyProblem(pasted)) is { } problem)
            return problem;
        return ApiKey.TryParse(pasted) is { } key ? await ChangeAsync(keys => keys.Add(trimmed, key, time.GetUtcNow())) : null;
    }

    public async Task<string?> RenameAsync(string name, string newName)
    {
        var trimmed = newName.Trim();
        if (KeyChain.NameProblem(trimmed) is { } problem)
            return problem;
        var wasActive = string.Equals(name, _active, StringComparison.OrdinalIgnoreCase);
        return await ChangeAsync(keys => keys.Rename(name, trimmed) is { Problem: null } change && wasActive
            ? change with { Active = trimmed }
            : keys.Rename(name, trimmed));
    }

    public Task<string?> ActivateAsync(string name) => ChangeAsync(keys => keys.Activate(name));

    public Task<string?> DeleteAsync(string name) => ChangeAsync(keys => keys.Delete(name));

    /// <summary>Adds the sample account, or makes it active when it is there.</summary>
    public async Task<string?> ExploreSandboxAsync() => sandbox.Value.Enabled
        ? await ChangeAsync(keys => keys.AddSandbox(time.GetUtcNow()))
        : "The sample account is turned off here.";

    public void DismissNotice()
    {
        Notice = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose()
    {
        authentication.AuthenticationStateChanged -= HandleSignedOut;
        _turn.Dispose();
    }

    private async Task<string?> ChangeAsync(Func<KeyChain, KeyChange>? change)
    {
        await _turn.WaitAsync();
        try
        {
            return await ReadAndChangeAsync(change);
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            if (change is null)
                Notice = StorageRefused;
            return StorageRefused;
        }
        finally
        {
            IsLoaded = true;
            _turn.Release();
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private async Task<string?> ReadAndChangeAsync(Func<KeyChain, KeyChange>? change)
    {
        if (await OwnSlotAsync() is not { } slot)
            return Notice = NobodySignedIn;
        var keys = await ReadAsync(slot);
        if (change?.Invoke(keys) is not { } result)
        {
            Take(keys, active: null);
            return null;
        }

        var problem = result.Problem ?? (result.Keys is null ? null : await slot.WriteAsync(result.Keys));
        Take(problem is null ? result.Keys ?? keys : keys, problem is null ? result.Active : null);
        return problem;
    }

    private async Task<KeySlot?> OwnSlotAsync()
    {
        if (_slot is null && UserIdentity.Of((await authentication.GetAuthenticationStateAsync()).User) is { } user)
        {
            (_slot, _user) = (new KeySlot(storage, js, user), user);
            authentication.AuthenticationStateChanged += HandleSignedOut;
        }

        return _slot;
    }

    // The tab may outlive the session of its person, and the keys may not.
    private void HandleSignedOut(Task<AuthenticationState> state)
    {
        if (state.IsCompletedSuccessfully && UserIdentity.Of(state.Result.User) == _user)
            return;
        authentication.AuthenticationStateChanged -= HandleSignedOut;
        _slot = null;
        _keys = KeyChain.Empty;
        _accounts = [];
        _active = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task<KeyChain> ReadAsync(KeySlot slot)
    {
        try
        {
            var stored = await slot.ReadAsync();
            var now = time.GetUtcNow();
            string[] expired = [.. stored.Keys.Where(entry => entry.IsExpiredAt(now)).Select(entry => $"“{entry.Name}”")];
            var living = stored.Without(entry => entry.IsExpiredAt(now) || (entry.IsSandbox && !sandbox.Value.Enabled));
            if (expired.Length == 0)
                return living;
            Notice = $"{string.Join(", ", expired)}: stored {KeyChain.Lifetime.Days} days ago and now forgotten, as a precaution. Save the key again to go on using it.";
            await TidyAsync(async () => await slot.WriteAsync(living));
            return living;
        }
        catch (UnreadableKeysException e)
        {
            WarnUnreadable(logger, e.Message);
            Notice = "Your stored API keys could not be read and have been removed from this browser. This happens when the server's encryption keys were replaced. Please enter them again.";
            await TidyAsync(async () => await slot.ClearAsync());
            return KeyChain.Empty;
        }
    }

    // What was read stands even if the browser refuses to have the rest removed; the next change tries again.
    private static async Task TidyAsync(Func<Task> tidy)
    {
        try
        {
            await tidy();
        }
        catch (JSException)
        {
        }
    }

    private void Take(KeyChain keys, string? active)
    {
        // Signed out while the browser was being asked.
        if (_slot is null)
            return;
        _keys = keys;
        _active = (keys.Find(active) ?? keys.Find(_active) ?? keys.Find(keys.Active))?.Name;
        var before = _accounts;
        _accounts = [];
        foreach (var entry in keys.Keys)
        {
            // An unchanged account stays the same object, so that nobody starts over because another key was renamed.
            if (KeyChain.Account(entry) is { } made)
                _accounts[entry.Name] = before.GetValueOrDefault(entry.Name) is { } kept && kept.Key.Reveal() == made.Key.Reveal() ? kept : made;
        }
    }

    private IEnumerable<KeyEntry> Living()
    {
        var now = time.GetUtcNow();
        return _keys.Keys.Where(entry => !entry.IsExpiredAt(now));
    }

    private StoredKey Describe(KeyEntry entry) => new(
        entry.Name,
        entry.Is(_active),
        entry.IsSandbox,
        entry.IsSandbox ? "" : _accounts[entry.Name].Key.LastFour,
        entry.SavedAt,
        entry.ExpiresAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored API keys could not be read ({Reason}) and were cleared from the browser")]
    private static partial void WarnUnreadable(ILogger logger, string reason);
}
