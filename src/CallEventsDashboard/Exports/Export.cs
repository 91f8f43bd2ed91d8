using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>
/// One export of a list: its rows are read to the end, written into a file as they come, and downloaded from there. So a wait for Telnyx holds no connection open,
/// the name says whether the export is partial, and a download that broke goes on at the byte where it did. Nothing here throws.
/// </summary>
public sealed class Export : IDownload
{
    private const int NoneYet = -1;

    private readonly Lock _gate = new();
    private readonly CallEventFeed _feed;
    private readonly BackgroundWork _work;
    private readonly ExportWriter _writer;
    private readonly int _requestsBefore;
    private ExportReader _reader;
    private CancellationTokenSource _reading = new();
    private int _beginnings = NoneYet;
    private bool _isRunning;
    private bool _isGone;

    /// <param name="feed">A viewer of the list of the export's own, which the export disposes.</param>
    /// <param name="person">Whose export it is: their <see cref="Authentication.UserIdentity.StorageId"/>.</param>
    internal Export(CallEventFeed feed, ExportChoice choice, string person, BackgroundWork work)
    {
        (_feed, Choice, Person, _work) = (feed, choice, person, work);
        Query = feed.Query;
        _feed.HidesUndecided = choice.HidesUndecided;
        _writer = ExportWriter.Create(choice, feed.Key);
        _reader = new ExportReader(feed, Query.Order);
        _requestsBefore = feed.Status.Requests;
    }

    /// <summary>Raised on any thread when something of it has changed.</summary>
    public event Action? Changed;

    public ExportChoice Choice { get; }

    /// <summary>The list that is exported.</summary>
    public CallEventQuery Query { get; }

    public string Person { get; }

    public ExportState State { get; private set; } = ExportState.Running;

    /// <summary>The rows written so far.</summary>
    public int Rows => _writer.Rows;

    /// <summary>The rows of the list that were passed: those written, and those that can't be had.</summary>
    public int Passed { get; private set; }

    /// <summary>The requests for the list since the export began.</summary>
    public int Requests { get; private set; }

    /// <summary>The list as it was last seen.</summary>
    public FeedStatus Status { get; private set; } = new() { Coverage = Coverage.Reading };

    /// <summary>Why it can't be read on; null while it can.</summary>
    public FeedFailure? Failure { get; private set; }

    /// <summary>What it has; null, as its name is, before its file can be downloaded.</summary>
    public ExportSummary? Summary { get; private set; }

    public bool HasFile => Summary is not null;

    public string? FileName => Summary is { } summary ? ExportName.Create(summary, Choice.IsMasked, _writer.Extension) : null;

    public string ContentType => _writer.ContentType;

    /// <summary>In bytes.</summary>
    public long Length => _writer.Length;

    /// <summary>Whether rows are still to be read.</summary>
    public bool IsUnderWay => State is ExportState.Running or ExportState.Waiting;

    /// <summary>The service's clock, by which waits count.</summary>
    internal ServiceClock Clock => _feed.Clock;

    /// <summary>Begins to read, or goes on where the list failed.</summary>
    public void Start()
    {
        if (Summary is not null)
            return;
        // What an error of the dashboard's own has cut is not gone on with.
        if (Failure is { ErrorId: not null })
            (_reader, _beginnings) = (new ExportReader(_feed, Query.Order), NoneYet);
        if (Failure is not null)
            _feed.Retry();
        (State, Failure, _reading) = (ExportState.Running, null, new CancellationTokenSource());
        Run(() => ReadAsync(_reading.Token));
        Tell();
    }

    /// <summary>Ends it before its end, with the rows that it has.</summary>
    public void Stop()
    {
        _reading.Cancel();
        if (State is ExportState.Failed)
            Run(() => EndAsync(isAtEnd: false));
    }

    /// <summary>The whole file.</summary>
    /// <exception cref="ObjectDisposedException">The export is gone.</exception>
    public Stream Open() => _writer.Open();

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isGone)
                return;
            _isGone = true;
            _reading.Cancel();
            if (_isRunning)
                return;
        }

        Release();
    }

    // What is being written is let go of when that has ended.
    private void Run(Func<Task> workAsync)
    {
        lock (_gate)
        {
            if (_isGone || _isRunning)
                return;
            _isRunning = true;
        }

        // Not on the turn of the tab that begins it: its page goes on meanwhile.
        _work.Begin("exporting a list", () => Task.Run(async () =>
        {
            try
            {
                await workAsync();
            }
            finally
            {
                bool isGone;
                lock (_gate)
                    (_isRunning, isGone) = (false, _isGone);
                if (isGone)
                    Release();
            }
        }), errorId => Fail(new FeedFailure(errorId)));
    }

    private void Release()
    {
        _feed.Dispose();
        _writer.Dispose();
    }

    private async Task ReadAsync(CancellationToken stopped)
    {
        try
        {
            await foreach (var rows in _reader.ReadAsync(stopped))
            {
                await WriteAsync(rows);
                Note();
            }
        }
        catch (OperationCanceledException) when (!_isGone)
        {
            await EndAsync(isAtEnd: false);
            return;
        }

        if (_reader.IsAtEnd)
            await EndAsync(isAtEnd: true);
        else
            Fail(_feed.Status.Failure);
    }

    private Task WriteAsync(IReadOnlyList<CallEvent> rows)
    {
        if (_beginnings != _reader.Beginnings)
        {
            _writer.Begin();
            _beginnings = _reader.Beginnings;
        }

        return _writer.WriteAsync(rows);
    }

    private async Task EndAsync(bool isAtEnd)
    {
        await WriteAsync(isAtEnd ? [] : _reader.TakeRest());
        Note();
        var summary = ExportSummary.Create(Status, Rows, _reader.LeftOut, isAtEnd);
        await _writer.EndAsync(summary);
        (Summary, State, Failure) = (summary, isAtEnd ? ExportState.Done : ExportState.Stopped, null);
        _feed.Dispose();
        Tell();
    }

    private void Note()
    {
        Status = _feed.Status;
        (Passed, Requests) = (_reader.Passed, Math.Max(0, Status.Requests - _requestsBefore));
        State = Status.WaitUntil is not null || (Status.Allowance is { IsKept: true } && !_reader.IsAtEnd) ? ExportState.Waiting : ExportState.Running;
        Tell();
    }

    private void Fail(FeedFailure? failure)
    {
        (State, Failure) = (ExportState.Failed, failure);
        Tell();
    }

    private void Tell() => Changed?.Invoke();
}
