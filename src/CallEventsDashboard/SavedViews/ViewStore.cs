using System.Security.Cryptography;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.SavedViews;

/// <summary>
/// The saved views, pins, recent lists and columns of the person behind one circuit. They hold numbers, so they lie encrypted in that person's browser, as the
/// API keys do. Nothing here throws: what can't be done is a sentence for the page. Nothing here asks Telnyx.
/// </summary>
/// <remarks>Every change begins by reading what is stored, so that two tabs do not undo each other's.</remarks>
public sealed partial class ViewStore : IDisposable
{
    private const string StorageRefused = "This browser did not let the dashboard use its storage: it is full, or turned off for this site.";
    private const string TooLarge = "These views are more than this browser can store for the dashboard. Delete one that you no longer need.";
    private const string NotEncrypted = "The server could not encrypt the views, so nothing was stored. Its key ring may be unavailable: tell whoever runs this dashboard.";
    private const string Unreadable = "The stored views can't be read at the moment.";
    private const string NoRoomAside = "Two sets of unreadable views are already stored in this browser, so nothing was stored.";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly WhileSignedIn<PersonalStorage<ViewShelf>> _storage;
    private readonly ZonePreference _zones;
    private readonly TimeProvider _time;
    private readonly BackgroundWork _work;
    private readonly ILogger<ViewStore> _logger;
    private Task? _loading;
    private bool _isDisposed;

    public ViewStore(BrowserStorage storage, AuthenticationStateProvider authentication, ZonePreference zones, TimeProvider time, BackgroundWork work, ILogger<ViewStore> logger)
    {
        (_zones, _time, _work, _logger) = (zones, time, work, logger);
        _storage = new(authentication, user => new PersonalStorage<ViewShelf>(storage, "views", user.StorageId, shelf => shelf.IsWhole()), Forget);
    }

    /// <summary>After every change of <see cref="Shelf"/>.</summary>
    public event EventHandler? Changed;

    /// <summary>Empty before <see cref="LoadAsync"/>, and where nothing can be read.</summary>
    public ViewShelf Shelf { get; private set; } = ViewShelf.Empty;

    /// <summary>Whether something is stored that can't be read. It stays until a person saves something, and is set aside then.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Reads what is stored, once for each circuit however often it is called.</summary>
    public Task LoadAsync() => _loading ??= ChangeAsync(change: null);

    /// <returns>Null, or the sentence that says why nothing was changed; likewise below.</returns>
    public Task<string?> SaveAsync(SavedView view) => ChangeAsync(shelf => shelf.Save(view with { Name = view.Name.Trim(), Zone = _zones.Choice, Columns = shelf.Columns }));

    public Task<string?> DeleteAsync(string name) => ChangeAsync(shelf => shelf.Delete(name));

    public Task<string?> PinAsync(string sessionId) => ChangeAsync(shelf => shelf.Pin(new(sessionId, _time.GetUtcNow())));

    public Task<string?> UnpinAsync(string sessionId) => ChangeAsync(shelf => shelf.Unpin(sessionId));

    /// <summary>Keeps the columns of the list of events.</summary>
    /// <param name="columns">Empty for the default ones.</param>
    public Task<string?> UseColumnsAsync(string columns) => ChangeColumnsAsync(_ => columns);

    /// <summary>Changes the columns of the list of events, as they are kept when its turn comes: another change may be under way.</summary>
    public Task<string?> ChangeColumnsAsync(Func<string, string> change) => ChangeAsync(shelf => new(shelf with { Columns = change(shelf.Columns) }), keepsAnyway: true);

    /// <summary>Notes a list that was looked at.</summary>
    public Task NoteAsync(RecentList list) => ChangeAsync(shelf => shelf.Note(list), keepsAnyway: true, isByTheWay: true);

    /// <summary>Notes a session that was opened.</summary>
    public Task NoteSessionAsync(string sessionId) => ChangeAsync(shelf => shelf.Note(new SeenSession(sessionId, _time.GetUtcNow())), keepsAnyway: true, isByTheWay: true);

    /// <summary>Takes the zone and the columns of a view; its list is opened by its address.</summary>
    public async Task UseAsync(SavedView view)
    {
        if (view.Columns is { } columns && columns != Shelf.Columns)
            await UseColumnsAsync(columns);
        if (view.Zone is { } zone && zone != _zones.Choice)
            await _zones.ChooseAsync(zone);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _storage.Dispose();
        _turn.Dispose();
    }

    /// <param name="keepsAnyway">Whether the change holds for this tab where it can't be stored.</param>
    /// <param name="isByTheWay">Whether nobody asked for it, so that it must not take the place of what could not be read.</param>
    private async Task<string?> ChangeAsync(Func<ViewShelf, ViewChange>? change, bool keepsAnyway = false, bool isByTheWay = false)
    {
        await _turn.WaitAsync();
        try
        {
            return await _work.RunAsync(
                "reading or changing the saved views", () => AskBrowserAsync(change, keepsAnyway, isByTheWay), id => $"Something went wrong in the dashboard, and nothing was changed. The log has it as error {id}.");
        }
        finally
        {
            if (!_isDisposed)
            {
                _turn.Release();
                Changed?.Invoke(this, EventArgs.Empty);
            }
        }
    }

    private async Task<string?> AskBrowserAsync(Func<ViewShelf, ViewChange>? change, bool keepsAnyway, bool isByTheWay)
    {
        if (await _storage.FindAsync() is not { } storage)
            return "Nobody is signed in, so nothing can be stored. Reload the page.";
        var (shelf, problem) = await ReadAsync(storage);
        if (change is null)
        {
            Take(shelf);
            return problem;
        }

        var (changed, refusal) = change(shelf);
        if (changed is null || ReferenceEquals(changed, shelf))
        {
            Take(shelf);
            return refusal;
        }

        problem ??= isByTheWay && IsUnreadable ? Unreadable : await WriteAsync(storage, changed);
        Take(problem is null || keepsAnyway ? changed : shelf);
        return problem;
    }

    private async Task<(ViewShelf Shelf, string? Problem)> ReadAsync(PersonalStorage<ViewShelf> storage)
    {
        try
        {
            var stored = await storage.ReadAsync();
            IsUnreadable = false;
            return (stored ?? ViewShelf.Empty, null);
        }
        catch (UnreadableValueException e)
        {
            if (!IsUnreadable)
                WarnUnreadable(_logger, e.Message);
            if (await storage.ReturnAsideAsync() is { } returned)
                return (returned, null);
            IsUnreadable = true;
            return (Shelf, null);
        }
        catch (StorageRefusedException)
        {
            return (Shelf, StorageRefused);
        }
    }

    private async Task<string?> WriteAsync(PersonalStorage<ViewShelf> storage, ViewShelf shelf)
    {
        try
        {
            if (IsUnreadable && !await storage.SetAsideAsync())
                return NoRoomAside;
            if (!await storage.TryWriteAsync(shelf))
                return TooLarge;
            IsUnreadable = false;
            return null;
        }
        catch (CryptographicException)
        {
            return NotEncrypted;
        }
        catch (StorageRefusedException)
        {
            return StorageRefused;
        }
    }

    private void Take(ViewShelf shelf)
    {
        // Signed out while the browser was being asked.
        if (_storage.IsFound)
            Shelf = shelf;
    }

    private void Forget()
    {
        Shelf = ViewShelf.Empty;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Saved views could not be read ({Reason}) and were left in the browser")]
    private static partial void WarnUnreadable(ILogger logger, string reason);
}
