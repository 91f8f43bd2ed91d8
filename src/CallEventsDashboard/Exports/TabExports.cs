using CallEventsDashboard.Authentication;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Exports;

/// <summary>The export of one tab: it goes on while another page is open, and ends with the tab. One per circuit; used on its own turn only.</summary>
public sealed class TabExports(ExportStore store, AuthenticationStateProvider authentication, RevealRight right, BackgroundWork work) : IDisposable
{
    /// <summary>The one that is under way or has ended last; null when there is none.</summary>
    public Export? Current { get; private set; }

    /// <summary>Begins an export of a list in the place of the one that has ended.</summary>
    /// <returns>False when this person has as many under way as may be.</returns>
    public async Task<bool> TryStartAsync(CallEventFeed feed, ExportChoice choice)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        if (UserIdentity.From(user) is not { } person || Current is { IsUnderWay: true })
            return false;
        var export = new Export(feed.Share(), choice with { IsMasked = choice.IsMasked || !right.IsGiven }, person.StorageId, work);
        if (!store.TryAdd(export))
        {
            export.Dispose();
            return false;
        }

        Clear();
        Current = export;
        export.Start();
        return true;
    }

    /// <summary>A ticket for the file of the export; null while it has none.</summary>
    public string? Issue() => Current is { } export ? store.Issue(export) : null;

    /// <summary>Keeps a file that is whole already, and gives a ticket for it; null where nobody is signed in.</summary>
    /// <exception cref="IOException">No temporary file can be made, or there is no room for the bytes.</exception>
    public async Task<string?> SaveAsync(string fileName, string contentType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (UserIdentity.From((await authentication.GetAuthenticationStateAsync()).User) is not { } person)
            return null;
        var file = await SavedFile.WriteAsync(person.StorageId, fileName, contentType, bytes, cancellationToken);
        if (store.TryAdd(file))
            return store.Issue(file);
        file.Dispose();
        return null;
    }

    /// <summary>Whether a ticket can still begin a download.</summary>
    public bool IsFresh(string ticket) => store.IsFresh(ticket);

    /// <summary>Forgets the export. One that has a file can be downloaded for a while, where that has begun.</summary>
    public void Clear()
    {
        if (Current is { Summary: null } unfinished)
            store.Remove(unfinished);
        Current = null;
    }

    public void Dispose() => Clear();
}
