using CallEventsDashboard.Authentication;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

/// <summary>
/// The API keys of the person behind one circuit. They lie encrypted in that person's browser; this holds them while the tab is open.
/// Nothing here throws: what can't be done is a sentence for the page.
/// </summary>
/// <remarks>Every change begins by reading what is stored, so that two tabs do not undo each other's. Which key is active is each tab's own.</remarks>
public sealed class ApiKeyStore : IDisposable
{
    private const string StorageRefused = "This browser did not let the dashboard use its storage: it is full, or turned off for this site. Allow it, then try again.";
    private const string NoRoomAside = "Two sets of unreadable keys are already stored in this browser, so nothing was stored. Forget them first.";
    private const string NobodySignedIn = "Nobody is signed in, so no key can be stored. Reload the page.";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeProvider _time;
    private readonly BackgroundWork _work;
    private readonly bool _offersSandbox;
    private readonly WhileSignedIn<KeyStorage> _storage;
    private readonly KeyReader _reader;
    private readonly LoadedKeys _loaded;
    private Task? _loading;
    private bool _isDisposed;

    public ApiKeyStore(
        BrowserStorage storage, AuthenticationStateProvider authentication, TimeProvider time, BackgroundWork work, IOptions<SandboxAccountOptions> sandbox, ILogger<ApiKeyStore> logger)
    {
        (_time, _work, _offersSandbox) = (time, work, sandbox.Value.Enabled);
        (_storage, _reader, _loaded) = (new WhileSignedIn<KeyStorage>(authentication, user => new KeyStorage(storage, user), Forget), new KeyReader(time, _offersSandbox, logger), new LoadedKeys(time));
    }

    /// <summary>After every change of what the members below say.</summary>
    public event EventHandler? Changed;

    public bool IsLoaded { get; private set; }

    /// <summary>A calm explanation for the page when stored keys were dropped or could not be read.</summary>
    public string? Notice { get; private set; }

    /// <summary>Whether keys are stored that could not be read. They are kept until <see cref="ForgetUnreadableAsync"/>.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>The id of the error that kept the stored keys from being read; else null. <see cref="LoadAsync"/> tries again.</summary>
    public string? ErrorId { get; private set; }

    /// <summary>The keys in the order in which they were saved; none before <see cref="LoadAsync"/>.</summary>
    public IReadOnlyList<StoredKey> Keys => _loaded.Keys;

    public StoredKey? Active => _loaded.Keys.FirstOrDefault(key => key.IsActive);

    public ApiAccount? ActiveAccount => _loaded.Account(_loaded.Active);

    /// <summary>The account of that name, ignoring case; null when there is none or its key has expired.</summary>
    public ApiAccount? Account(string? name) => _loaded.Account(name);

    /// <summary>The problem with a name for a key that is to be saved, or for <paramref name="renamed"/>; null when it will do.</summary>
    public string? NameProblem(string name, string? renamed = null)
        => KeyChain.NameProblem(name.Trim()) ?? _loaded.TakenProblem(name.Trim(), renamed);

    /// <summary>The problem with a text that was pasted as a key; null when it will do.</summary>
    public static string? KeyProblem(string? pasted) => KeyChain.KeyProblem(pasted);

    /// <summary>Reads the stored keys, once for each circuit however often it is called, unless an error kept them from being read.</summary>
    public Task LoadAsync()
    {
        if (ErrorId is not null)
            _loading = null;
        return _loading ??= ChangeAsync(change: null);
    }

    /// <summary>Stores a key and makes it active. No request is sent.</summary>
    /// <returns>Null, or the sentence that says why it was not stored.</returns>
    public async Task<string?> SaveAsync(string name, string pasted)
    {
        var trimmed = name.Trim();
        if ((KeyChain.NameProblem(trimmed) ?? KeyProblem(pasted)) is { } problem)
            return problem;
        return ApiKey.TryParse(pasted) is { } key ? await ChangeAsync(keys => keys.Add(trimmed, key, _time.GetUtcNow())) : null;
    }

    public async Task<string?> RenameAsync(string name, string newName)
    {
        var trimmed = newName.Trim();
        if (KeyChain.NameProblem(trimmed) is { } problem)
            return problem;
        var wasActive = string.Equals(name, _loaded.Active, StringComparison.OrdinalIgnoreCase);
        return await ChangeAsync(keys => keys.Rename(name, trimmed) with { Active = wasActive ? trimmed : null });
    }

    /// <summary>Keeps beside a key the organisation that it belongs to, so that it is still said in a day.</summary>
    /// <param name="organization">As Telnyx said it; what is longer than an id can be is not kept.</param>
    public Task NoteOrganizationAsync(ApiAccount account, string organization) =>
        organization.Length > KeyChain.MaxOrganizationLength || _loaded.Keys.Any(key => key.Name == account.Name && key.Organization == organization)
            ? Task.CompletedTask : ChangeAsync(keys => keys.Note(account, organization));

    public Task<string?> ActivateAsync(string name) => ChangeAsync(keys => keys.Activate(name));

    public Task<string?> DeleteAsync(string name) => ChangeAsync(keys => keys.Delete(name));

    /// <summary>Adds the sample account, or makes it active when it is there.</summary>
    public async Task<string?> ExploreSandboxAsync() => _offersSandbox
        ? await ChangeAsync(keys => keys.AddSandbox(_time.GetUtcNow()))
        : "The sample account is turned off here.";

    /// <summary>Deletes stored keys that can't be read; those that have become readable stay.</summary>
    /// <returns>Null, or the sentence that says why nothing was deleted.</returns>
    public Task<string?> ForgetUnreadableAsync() => ChangeAsync(change: null, forgetsUnreadable: true);

    /// <summary>Says what Telnyx answered to a key: that it is none of its own or may not read, or that it is good.</summary>
    public void Judge(ApiAccount account, bool isRefused)
    {
        if (_loaded.Judge(account, isRefused))
            Changed?.Invoke(this, EventArgs.Empty);
    }

    public void DismissNotice()
    {
        Notice = null;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _storage.Dispose();
        _turn.Dispose();
    }

    private async Task<string?> ChangeAsync(Func<KeyChain, KeyChange>? change, bool forgetsUnreadable = false)
    {
        await _turn.WaitAsync();
        try
        {
            ErrorId = null;
            return await _work.RunAsync("reading or changing the stored keys", () => AskBrowserAsync(change, forgetsUnreadable), id =>
            {
                if (change is null && !forgetsUnreadable)
                    ErrorId = id;
                return $"Something went wrong in the dashboard, and nothing was changed. The log has it as error {id}. Try again.";
            });
        }
        finally
        {
            IsLoaded = true;
            // A tab that is closed while its keys are read has nobody left who waits for a turn.
            if (!_isDisposed)
            {
                _turn.Release();
                Changed?.Invoke(this, EventArgs.Empty);
            }
        }
    }

    private async Task<string?> AskBrowserAsync(Func<KeyChain, KeyChange>? change, bool forgetsUnreadable)
    {
        try
        {
            return await ReadAndChangeAsync(change, forgetsUnreadable);
        }
        catch (StorageRefusedException)
        {
            if (change is null)
                Notice = StorageRefused;
            return StorageRefused;
        }
    }

    private async Task<string?> ReadAndChangeAsync(Func<KeyChain, KeyChange>? change, bool forgetsUnreadable)
    {
        if (await _storage.FindAsync() is not { } stored)
            return Notice = NobodySignedIn;
        (var keys, var notice, IsUnreadable) = await _reader.ReadAsync(stored);
        Notice = notice ?? Notice;
        if (IsUnreadable && forgetsUnreadable)
        {
            await stored.ClearAsync();
            (IsUnreadable, Notice) = (false, null);
        }

        if (change?.Invoke(keys) is not { } result)
        {
            Take(keys, active: null);
            return null;
        }

        var problem = result.Problem ?? (result.Keys is null ? null : await WriteAsync(stored, result.Keys));
        Take(problem is null ? result.Keys ?? keys : keys, problem is null ? result.Active : null);
        return problem;
    }

    private async Task<string?> WriteAsync(KeyStorage stored, KeyChain keys)
    {
        if (IsUnreadable && !await stored.SetAsideAsync())
            return NoRoomAside;
        var problem = await stored.WriteAsync(keys);
        IsUnreadable &= problem is not null;
        return problem;
    }

    private void Take(KeyChain keys, string? active)
    {
        // Signed out while the browser was being asked.
        if (_storage.IsFound)
            _loaded.Take(keys, active);
    }

    private void Forget()
    {
        _loaded.Forget();
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
