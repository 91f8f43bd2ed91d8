using System.Collections.Concurrent;

namespace CallEventsDashboard.Neighbours;

/// <summary>The names of connections for work that goes on without a page: each ID that has none is asked for once. Safe for several threads.</summary>
public sealed class NameLookup(NeighbourReader reader)
{
    private readonly ConcurrentDictionary<string, bool> _missed = new(StringComparer.Ordinal);

    /// <summary>The name, not masked; null while it is not known, which it may be later.</summary>
    /// <param name="product">The product of the event that has the ID; null where that is not known.</param>
    public string? Find(string id, string? product)
    {
        if (reader.Names.Known(id) is { } known)
            return known.Name;
        if (_missed.TryAdd(id, true))
            reader.WantNames(new NameQuestion(id) { Product = product });
        return null;
    }
}
