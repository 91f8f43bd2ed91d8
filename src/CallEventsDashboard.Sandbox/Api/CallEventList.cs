using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>The account over time: what has happened, what can be seen, one page of it. Safe for several threads.</summary>
internal sealed class CallEventList
{
    private const int RowsAhead = 10;

    private readonly Lock _gate = new();
    private readonly SandboxOptions _options;
    private readonly TimeProvider _time;
    private readonly Archive _archive;
    private readonly LiveTraffic _traffic;
    private readonly PageCutter _cutter;
    private int _answers;

    /// <param name="start">Where the history ends and the traffic begins.</param>
    public CallEventList(SandboxOptions options, TimeProvider time, DateTimeOffset start)
    {
        (_options, _time) = (options, time);
        var (seed, end) = (Rng.Mix((ulong)options.Seed + 1), Micros.From(start));
        _archive = new Archive(History.Build(options, seed, end), (long)options.Lag.TotalMicroseconds);
        _traffic = new LiveTraffic(_archive, seed, options.LiveRate, end);
        _cutter = new PageCutter(_archive, options);
        for (var row = 0; options.Ahead > TimeSpan.Zero && row < RowsAhead; row++)
            _traffic.AddAt(end + (long)options.Ahead.TotalMicroseconds + (row * Micros.Millisecond), end);
    }

    private long Now => Micros.From(_time.GetUtcNow());

    /// <summary>The rows of a page in the order of the service, and how many there are in all.</summary>
    public (IReadOnlyList<EventRow> Rows, int Total) Read(RowQuery query, PageArguments page)
    {
        lock (_gate)
        {
            var now = Now;
            _traffic.CatchUp(now);
            foreach (var change in _options.Changes.Where(change => change.AfterAnswer == _answers))
                Apply(change, now);
            _answers++;
            var selection = _archive.Select(query, now);
            return ([.. _cutter.Cut(selection, page).Select(id => _archive[id])], _cutter.Counted(selection));
        }
    }

    /// <summary>The rows that can be seen now, oldest first.</summary>
    public IReadOnlyList<EventRow> Rows(RowQuery query)
    {
        lock (_gate)
        {
            var now = Now;
            _traffic.CatchUp(now);
            var selection = _archive.Select(query, now);
            return [.. selection.Slice(0, selection.Count).Select(id => _archive[id])];
        }
    }

    public IReadOnlyList<SandboxEvent> All()
    {
        lock (_gate)
        {
            var now = Now;
            _traffic.CatchUp(now);
            var selection = _archive.Select(RowQuery.All, now);
            return [.. selection.Slice(0, selection.Count).Select(id => Describe(_archive[id], now))];
        }
    }

    public IReadOnlyList<SandboxEvent> AddLate(int count) => Change(now => _traffic.AddLate(count, now));

    public IReadOnlyList<SandboxEvent> AddNew(int count) => Change(now => _traffic.AddNew(count, now));

    public void Expire(int count) => Change(now =>
    {
        _archive.Expire(count, now);
        return [];
    });

    public FilterReader Filters() => new(_options, Now);

    private void Apply(AccountChange change, long now)
    {
        var time = now - (long)change.Age.TotalMicroseconds;
        switch (change.Kind)
        {
            case AccountChangeKind.Appears:
                _traffic.AddAt(time, now);
                break;
            case AccountChangeKind.Expires:
                _archive.Expire(1, now);
                break;
            case AccountChangeKind.IsDeleted:
                _archive.Remove(time, now);
                break;
        }
    }

    private List<SandboxEvent> Change(Func<long, IReadOnlyList<EventRow>> change)
    {
        lock (_gate)
        {
            var now = Now;
            _traffic.CatchUp(now);
            return [.. change(now).Select(row => Describe(row, now))];
        }
    }

    private static SandboxEvent Describe(EventRow row, long now) => new()
    {
        OccurredAt = Micros.ToInstant(row.Time),
        Name = row.Name,
        Type = row.Type,
        Failed = row.Failed,
        Attempt = row.Attempt,
        Product = row.Leg.Connection.Product,
        ConnectionId = row.Leg.Connection.Id,
        ApplicationName = row.Leg.Connection.ApplicationName,
        OutboundVoiceProfileId = row.Leg.Connection.OutboundVoiceProfileId,
        LegId = row.Leg.Id == Guid.Empty ? null : row.Leg.Id,
        SessionId = row.Leg.Session.Id == Guid.Empty ? null : row.Leg.Session.Id,
        From = row.Leg.From,
        To = row.Leg.To,
        Status = row.Leg.Session.StatusAt(now),
    };
}
