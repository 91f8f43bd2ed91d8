using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>
/// The names of one key's connections, read for all of its pages: once an hour, with requests that are to spare, or when somebody asks. Of the lists of applications
/// only that is asked in which an ID without a name can be, or whose facts somebody looks at; outbound voice profiles when a page shows one. Mostly that is three
/// requests an hour. Safe for several threads.
/// </summary>
internal sealed class ConnectionRegister(BackgroundWork work, TimeProvider time)
{
    private const string Purpose = "names";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // What failed for now may answer soon; what goes on failing is asked less and less often.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), Kept];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<NamedConnection>> _connections = new(StringComparer.Ordinal);
    private readonly List<OutboundVoiceProfile> _profiles = [];
    private readonly Dictionary<string, DateTimeOffset> _readAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, NeighbourState State)> _failed = new(StringComparer.Ordinal);
    private int _asked;
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
        var priority = isAsked || wanted is { IsAwaited: true } ? RequestPriority.Interactive : RequestPriority.Spare;
        CountAsked(isAsked ? 1 : 0);
        try
        {
            foreach (var list in NameList.All)
            {
                if (IsWanted(list, wanted, isAsked) && options.Allows(list.Endpoint) && !refused.Has(sender.Key, list.Endpoint) && TryBegin(list.Endpoint, isAsked))
                    await ReadAsync(list, priority, sender, refused);
            }
        }
        finally
        {
            CountAsked(isAsked ? -1 : 0);
        }
    }

    private void CountAsked(int change)
    {
        if (change == 0)
            return;
        lock (_gate)
        {
            _asked += change;
            _book = Write(Merge().Values, _book.State, _book.ProfileState);
        }

        Changed?.Invoke();
    }

    // A page that has opened wants the first list alone, and who asks for all of it all of them.
    private bool IsWanted(NameList list, NameQuestion? wanted, bool isAsked)
    {
        if (wanted is not { } question)
            return isAsked || list.Endpoint == Connections.Endpoint;
        var known = Book.Known(question.Id);
        return isAsked ? list.IsOfHand(question, known)
            : list.IsOfProfiles ? question.IsProfile && !Book.HasProfile(question.Id)
            : !question.IsProfile && (list.Endpoint == Connections.Endpoint || list.MayTellOf(question, known));
    }

    private bool TryBegin(string endpoint, bool isAsked)
    {
        lock (_gate)
        {
            if (!isAsked && _due.TryGetValue(endpoint, out var due) && time.GetUtcNow() < due)
                return false;
            _due[endpoint] = time.GetUtcNow() + Kept;
            return true;
        }
    }

    private async Task ReadAsync(NameList list, RequestPriority priority, NeighbourSender sender, RefusedEndpoints refused)
    {
        var records = new List<ReadOnlyMemory<byte>>();
        try
        {
            var isMore = true;
            for (var number = 1; isMore && number <= list.Pages; number++)
            {
                var answer = await sender.SendAsync(list.Page(number), Purpose, priority, CancellationToken.None);
                records.AddRange(answer.Records);
                // A service may give fewer in a page than it was asked for.
                isMore = answer.Records.Count > 0 && (answer.Total is { } total ? records.Count < total : answer.Records.Count >= Math.Min(PageRequest.MaxSize, answer.PageSize ?? PageRequest.MaxSize));
            }

            Take(list, records, NeighbourState.Answered, isMore);
        }
        catch (TelnyxException failure)
        {
            if (failure.IsKeyRefused)
                refused.Add(sender.Key, list.Endpoint);
            SetDue(list.Endpoint, failure.IsKeyRefused);
            Take(list, records, NeighbourAnswer.From(failure, time.GetUtcNow()).State);
        }
    }

    // What is not permitted is due once it is not refused any more: in an hour, or after a test of the key.
    private void SetDue(string endpoint, bool isRefused)
    {
        lock (_gate)
        {
            var failures = _failures.GetValueOrDefault(endpoint);
            _failures[endpoint] = failures + 1;
            _due[endpoint] = time.GetUtcNow() + (isRefused ? TimeSpan.Zero : Pauses[Math.Min(failures, Pauses.Length - 1)]);
        }
    }

    // What was read before a failure is better than nothing, and no better than what is known.
    private void Take(NameList list, List<ReadOnlyMemory<byte>> records, NeighbourState state, bool isCut = false)
    {
        lock (_gate)
        {
            if (list.IsOfProfiles && (state is NeighbourState.Answered || _profiles.Count == 0))
            {
                _profiles.Clear();
                _profiles.AddRange(records.Select(OutboundVoiceProfile.Read).OfType<OutboundVoiceProfile>());
            }
            else if (!list.IsOfProfiles && (state is NeighbourState.Answered || !_connections.ContainsKey(list.Endpoint)))
            {
                _connections[list.Endpoint] = [.. records.Select(NamedConnection.Read).OfType<NamedConnection>().Select(connection => connection with { ReadAt = time.GetUtcNow() })];
            }

            if (!list.IsOfProfiles)
                Note(list.Endpoint, state, isCut);
            else if (state is NeighbourState.Answered)
                _failures.Remove(list.Endpoint);

            var known = Merge();
            // What one of the lists of connections told stands, whatever became of the others.
            var ofConnections = _book.State is NeighbourState.Answered && known.Count > 0 ? NeighbourState.Answered : state;
            _book = Write(known.Values, list.IsOfProfiles ? _book.State : ofConnections, list.IsOfProfiles ? state : _book.ProfileState);
        }

        Changed?.Invoke();
    }

    private void Note(string endpoint, NeighbourState state, bool isCut)
    {
        if (state is not NeighbourState.Answered)
        {
            _failed[endpoint] = (time.GetUtcNow(), state);
            return;
        }

        _readAt[endpoint] = time.GetUtcNow();
        _failed.Remove(endpoint);
        _failures.Remove(endpoint);
        if (isCut)
            _cut.Add(endpoint);
        else
            _cut.Remove(endpoint);
    }

    private ConnectionBook Write(IEnumerable<NamedConnection> known, NeighbourState? state, NeighbourState? profileState) => new(known, _profiles)
    {
        State = state,
        ProfileState = profileState,
        Failed = _failed.Count > 0 ? _failed.Values.MaxBy(failed => failed.At) : null,
        IsReading = _asked > 0,
        IsCut = _cut.Count > 0,
    };

    // What was read last is true; the lists of applications, which come later of one time, know more of a connection than that of all.
    private Dictionary<string, NamedConnection> Merge()
    {
        var known = new Dictionary<string, NamedConnection>(StringComparer.Ordinal);
        foreach (var connection in NameList.All.OrderBy(list => _readAt.GetValueOrDefault(list.Endpoint)).SelectMany(list => _connections.GetValueOrDefault(list.Endpoint) ?? []))
            known[connection.Id] = known.TryGetValue(connection.Id, out var other) ? other.With(connection) : connection;
        return known;
    }
}
