using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>
/// The names of one key's connections, read for all of its pages: once an hour, with requests that are to spare, or when somebody asks. Applications are only asked for
/// when an event has an ID that has no name yet. Safe for several threads.
/// </summary>
internal sealed class ConnectionRegister(BackgroundWork work, TimeProvider time)
{
    // Three requests an hour at most: two pages of connections, one of applications.
    private const int MostPages = 2;
    private const string Purpose = "names";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NamedConnection> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _begun = new(StringComparer.Ordinal);
    private ConnectionBook _book = ConnectionBook.Empty;

    /// <summary>Raised on any thread when <see cref="Book"/> is another one.</summary>
    public event Action? Changed;

    public ConnectionBook Book
    {
        get
        {
            lock (_gate)
                return _book;
        }
    }

    /// <summary>Reads what is due.</summary>
    /// <param name="id">An ID that a page wants the name of; null for whatever comes first.</param>
    /// <param name="isAsked">Whether somebody asked for it to be read again, and waits.</param>
    public void Want(string? id, bool isAsked, NeighbourSender sender, NeighboursOptions options, RefusedEndpoints refused) => work.Begin(
        "reading the names of connections", () => ReadAsync(id, isAsked, sender, options, refused), _ => { });

    internal async Task ReadAsync(string? id, bool isAsked, NeighbourSender sender, NeighboursOptions options, RefusedEndpoints refused)
    {
        foreach (var (endpoint, page, pages) in new[] { (Connections.Endpoint, (Func<int, ResourceRequest>)Connections.Page, MostPages), (CallControlApplications.Endpoint, CallControlApplications.Page, 1) })
        {
            var isNamed = Book.Has(id);
            // Who asks for all of it wants the applications too; a page only where an ID has no name without them.
            var isWanted = endpoint == Connections.Endpoint || isAsked || (id is not null && !isNamed);
            if (isWanted && options.Allows(endpoint) && !refused.Has(sender.Key, endpoint) && TryBegin(endpoint, isAsked))
                await ReadAsync(endpoint, page, pages, isAsked ? RequestPriority.Interactive : RequestPriority.Spare, sender, refused);
        }
    }

    private bool TryBegin(string endpoint, bool isAsked)
    {
        lock (_gate)
        {
            if (!isAsked && _begun.TryGetValue(endpoint, out var at) && time.GetUtcNow() - at < Kept)
                return false;
            _begun[endpoint] = time.GetUtcNow();
            return true;
        }
    }

    private async Task ReadAsync(string endpoint, Func<int, ResourceRequest> page, int pages, RequestPriority priority, NeighbourSender sender, RefusedEndpoints refused)
    {
        try
        {
            for (var number = 1; number <= pages; number++)
            {
                var answer = await sender.SendAsync(page(number), Purpose, priority, CancellationToken.None);
                Take(answer.Records.Select(NamedConnection.Read).OfType<NamedConnection>(), NeighbourState.Answered);
                if (answer.Records.Count < PageRequest.MaxSize)
                    break;
            }
        }
        catch (TelnyxException failure)
        {
            if (failure.IsKeyRefused)
                refused.Add(sender.Key, endpoint);
            Take([], NeighbourAnswer.From(failure, time.GetUtcNow()).State);
        }
    }

    private void Take(IEnumerable<NamedConnection> read, NeighbourState state)
    {
        lock (_gate)
        {
            foreach (var connection in read)
                _known[connection.Id] = connection;
            // What one of the two lists told stands, whatever became of the other.
            var isKnown = _book.State is NeighbourState.Answered && _known.Count > 0;
            _book = new ConnectionBook(_known.Values, isKnown ? NeighbourState.Answered : state, time.GetUtcNow());
        }

        Changed?.Invoke();
    }
}
