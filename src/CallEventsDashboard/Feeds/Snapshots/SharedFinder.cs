namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Finds rows for all who look at a list: those who look for the same one at a time share one search.</summary>
internal sealed class SharedFinder(EventFinder finder, SnapshotWork work)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Search> _searches = new(StringComparer.Ordinal);

    /// <param name="attended">Cancelled when the last viewer has left.</param>
    /// <returns>The index of the row; null when it is not in the list, or can't be looked for.</returns>
    public async Task<int?> FindAsync(string fingerprint, CancellationToken attended)
    {
        Search? search;
        lock (_gate)
        {
            // A search for viewers who have all left ends without an answer.
            if (!_searches.TryGetValue(fingerprint, out search) || search.Attended.IsCancellationRequested)
                _searches[fingerprint] = search = new Search(new(() => RunAsync(fingerprint, attended)), attended);
        }

        try
        {
            return await search.Index.Value;
        }
        finally
        {
            lock (_gate)
            {
                if (_searches.GetValueOrDefault(fingerprint) == search)
                    _searches.Remove(fingerprint);
            }
        }
    }

    /// <summary>Lets what is looked for from now on be searched for again.</summary>
    public void Clear()
    {
        lock (_gate)
            _searches.Clear();
    }

    private async Task<int?> RunAsync(string fingerprint, CancellationToken attended)
    {
        int? index = null;
        await work.RunBesideAsync("looking for an event", async () => index = await finder.FindAsync(fingerprint, attended));
        return index;
    }

    private sealed record Search(Lazy<Task<int?>> Index, CancellationToken Attended);
}
