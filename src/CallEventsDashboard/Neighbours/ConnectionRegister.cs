using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>
/// The names of one key's connections, read for all of its pages: once an hour, with requests that are to spare, or when somebody asks. Applications are only asked for
/// when an event has an ID that has no name yet, outbound voice profiles when a page shows one. Safe for several threads.
/// </summary>
internal sealed class ConnectionRegister(BackgroundWork work, TimeProvider time)
{
    // Four requests an hour at most: two pages of connections, and one each of applications and of profiles where they are wanted.
    private const int MostPages = 2;
    private const string Purpose = "names";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private static readonly (string Endpoint, Func<int, ResourceRequest> Page, int Pages)[] Lists =
        [(Connections.Endpoint, Connections.Page, MostPages), (CallControlApplications.Endpoint, CallControlApplications.Page, 1), (OutboundVoiceProfiles.Endpoint, OutboundVoiceProfiles.Page, 1)];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, NamedConnection> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutboundVoiceProfile> _profiles = new(StringComparer.Ordinal);
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
    /// <param name="wanted">An ID that a page wants the name of; null for whatever comes first.</param>
    /// <param name="isAsked">Whether somebody asked for it to be read again, and waits.</param>
    public void Want(NameQuestion? wanted, bool isAsked, NeighbourSender sender, NeighboursOptions options, RefusedEndpoints refused) => work.Begin(
        "reading the names of connections", () => ReadAsync(wanted, isAsked, sender, options, refused), _ => { });

    internal async Task ReadAsync(NameQuestion? wanted, bool isAsked, NeighbourSender sender, NeighboursOptions options, RefusedEndpoints refused)
    {
        foreach (var (endpoint, page, pages) in Lists)
        {
            if ((isAsked || IsWanted(endpoint, wanted)) && options.Allows(endpoint) && !refused.Has(sender.Key, endpoint) && TryBegin(endpoint, isAsked))
                await ReadAsync(endpoint, page, pages, isAsked ? RequestPriority.Interactive : RequestPriority.Spare, sender, refused);
        }
    }

    // Who asks for all of it wants all of the lists; a page only where an ID has no name without them.
    private bool IsWanted(string endpoint, NameQuestion? wanted) => (endpoint, wanted) switch
    {
        (Connections.Endpoint, _) => true,
        (CallControlApplications.Endpoint, { IsProfile: false } id) => !Book.Has(id),
        (OutboundVoiceProfiles.Endpoint, { IsProfile: true } id) => !Book.Has(id),
        _ => false,
    };

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
                Take(endpoint, answer.Records, NeighbourState.Answered);
                if (answer.Records.Count < PageRequest.MaxSize)
                    break;
            }
        }
        catch (TelnyxException failure)
        {
            if (failure.IsKeyRefused)
                refused.Add(sender.Key, endpoint);
            Take(endpoint, [], NeighbourAnswer.From(failure, time.GetUtcNow()).State);
        }
    }

    private void Take(string endpoint, IReadOnlyList<ReadOnlyMemory<byte>> records, NeighbourState state)
    {
        lock (_gate)
        {
            if (endpoint == OutboundVoiceProfiles.Endpoint)
            {
                foreach (var profile in records.Select(OutboundVoiceProfile.Read).OfType<OutboundVoiceProfile>())
                    _profiles[profile.Id] = profile;
                state = _book.State ?? state;
            }
            else
            {
                foreach (var connection in records.Select(NamedConnection.Read).OfType<NamedConnection>())
                    _known[connection.Id] = connection;
            }

            // What one of the two lists of connections told stands, whatever became of the other.
            var isKnown = _book.State is NeighbourState.Answered && _known.Count > 0;
            _book = new ConnectionBook(_known.Values, _profiles.Values, isKnown ? NeighbourState.Answered : state, time.GetUtcNow());
        }

        Changed?.Invoke();
    }
}
