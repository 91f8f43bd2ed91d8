using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Exports;

/// <summary>
/// The exports and other saved files of all people, and the tickets to download them. A ticket is a random id and nothing else: it is good for one download within a minute, by the person
/// whose file it is, and after that only for the rest of the same file where the download broke.
/// </summary>
public sealed class ExportStore(BackgroundWork work, TimeProvider time) : IDisposable
{
    /// <summary>The exports that one person may have under way.</summary>
    public const int MostUnderWay = 3;

    /// <summary>The finished ones that are kept of a person, of exports as of other files.</summary>
    public const int MostKept = 5;

    private const int TicketBytes = 16;

    /// <summary>Within which a download has to begin.</summary>
    public static readonly TimeSpan TicketLife = TimeSpan.FromSeconds(60);

    /// <summary>How long a finished export is kept after it was last asked for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<IDownload, Entry> _exports = [];
    private ITimer? _sweep;
    private long _number;

    /// <summary>How many exports are kept, under way or not.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _exports.Count;
        }
    }

    /// <summary>Keeps an export that is about to begin.</summary>
    /// <returns>False when its person has as many under way as may be.</returns>
    public bool TryAdd(IDownload export)
    {
        ArgumentNullException.ThrowIfNull(export);
        lock (_gate)
        {
            var own = _exports.Where(pair => pair.Key.Person == export.Person).ToList();
            if (own.Count(pair => pair.Key.IsUnderWay) >= MostUnderWay)
                return false;
            foreach (var (old, _) in own.Where(pair => !pair.Key.IsUnderWay && pair.Key.GetType() == export.GetType()).OrderByDescending(pair => pair.Value.LastUse).Skip(MostKept - 1))
                Drop(old);
            _exports[export] = new Entry(++_number) { LastUse = time.GetUtcNow() };
            _sweep ??= work.StartTimer(time, "dropping exports", Sweep, SweepEvery, SweepEvery, _ => { });
            return true;
        }
    }

    /// <summary>A ticket for the file of an export; null when the export is gone or has no file yet.</summary>
    public string? Issue(IDownload export)
    {
        ArgumentNullException.ThrowIfNull(export);
        lock (_gate)
        {
            if (!export.HasFile || !_exports.TryGetValue(export, out var entry))
                return null;
            entry.LastUse = time.GetUtcNow();
            var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TicketBytes));
            _tickets[id] = new Ticket(export, time.GetUtcNow());
            return id;
        }
    }

    /// <summary>Whether a ticket can still begin a download.</summary>
    public bool IsFresh(string ticket)
    {
        lock (_gate)
            return _tickets.TryGetValue(ticket, out var known) && !known.IsUsed && time.GetUtcNow() - known.At < TicketLife;
    }

    /// <summary>Uses a ticket.</summary>
    /// <param name="person">Who comes with it; null for nobody.</param>
    /// <param name="resumes">The tag of the file of which the rest is asked for; null for a whole download.</param>
    /// <returns>The export and the tag of its file; null where the ticket is not good for that.</returns>
    public (IDownload Export, string Tag)? Redeem(string ticket, string? person, string? resumes)
    {
        lock (_gate)
        {
            if (!_tickets.TryGetValue(ticket, out var known) || known.Export.Person != person || !_exports.TryGetValue(known.Export, out var entry))
                return null;
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{entry.Number}-{known.Export.Length}\"");
            if (known.IsUsed ? resumes != tag : time.GetUtcNow() - known.At >= TicketLife)
                return null;
            known.IsUsed = true;
            entry.LastUse = time.GetUtcNow();
            return (known.Export, tag);
        }
    }

    public void Remove(IDownload export)
    {
        lock (_gate)
            Drop(export);
    }

    /// <summary>Drops the exports that nobody has asked for any more, and the tickets that are over.</summary>
    public void Sweep()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var entry in _exports.Where(pair => pair.Key.IsUnderWay).Select(pair => pair.Value))
                entry.LastUse = now;
            foreach (var old in _exports.Where(pair => !pair.Key.IsUnderWay && now - pair.Value.LastUse >= Kept).Select(pair => pair.Key).ToList())
                Drop(old);
            foreach (var id in _tickets.Where(pair => !pair.Value.IsUsed && now - pair.Value.At >= TicketLife).Select(pair => pair.Key).ToList())
                _tickets.Remove(id);
            if (_exports.Count > 0)
                return;
            _sweep?.Dispose();
            _sweep = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var export in _exports.Keys.ToList())
                Drop(export);
            _sweep?.Dispose();
        }
    }

    private void Drop(IDownload export)
    {
        _exports.Remove(export);
        foreach (var id in _tickets.Where(pair => pair.Value.Export == export).Select(pair => pair.Key).ToList())
            _tickets.Remove(id);
        export.Dispose();
    }

    private sealed class Ticket(IDownload export, DateTimeOffset at)
    {
        public IDownload Export { get; } = export;

        public DateTimeOffset At { get; } = at;

        public bool IsUsed { get; set; }
    }

    private sealed class Entry(long number)
    {
        public long Number { get; } = number;

        public DateTimeOffset LastUse { get; set; }
    }
}
