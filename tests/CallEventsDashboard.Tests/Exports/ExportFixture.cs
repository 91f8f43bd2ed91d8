using System.Text.Json;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>Exports of lists over a Sandbox, on a clock that only waits move.</summary>
internal sealed class ExportFixture : IDisposable
{
    public const string Person = "person";

    private readonly List<Export> _exports = [];

    public ExportFixture(SandboxOptions sandbox, FeedOptions? options = null)
    {
        Lists = new FeedFixture(sandbox, options);
        Store = new ExportStore(Lists.Recorded.Work, Lists.Time);
    }

    public static ExportChoice Ndjson { get; } = new(ExportFormat.Ndjson, IsMasked: false, InstantFormat.Utc);

    public static ExportChoice Csv { get; } = new(ExportFormat.Csv, IsMasked: false, InstantFormat.Utc);

    public FeedFixture Lists { get; }

    public ExportStore Store { get; }

    /// <summary>Opens the list of a query and waits for its first rows.</summary>
    public async Task<CallEventFeed> OpenAsync(CallEventQuery? query = null)
    {
        var feed = Lists.Open(query);
        await Lists.UntilAsync(feed, status => status.Total is not null || status.Failure is not null);
        await Lists.UntilAsync(() => feed.RequestLog.All(entry => entry.Duration is not null));
        return feed;
    }

    public Export Start(CallEventFeed feed, ExportChoice? choice = null)
    {
        var export = new Export(feed.Share(), choice ?? Ndjson, Person, Lists.Recorded.Work);
        _exports.Add(export);
        Assert.True(Store.TryAdd(export));
        export.Start();
        return export;
    }

    /// <summary>Waits until an export is in a state, while the clock stands still: a wait is not over before it was seen.</summary>
    public static async Task SeeAsync(Export export, ExportState state)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (export.State == state)
                seen.TrySetResult();
        }

        export.Changed += Check;
        Check();
        await seen.Task.WaitAsync(Limits.Wait, TestContext.Current.CancellationToken);
        export.Changed -= Check;
    }

    public Task EndAsync(Export export) => UntilAsync(export, () => !export.IsUnderWay);

    /// <summary>Waits for a change of an export, while waits move the clock.</summary>
    public async Task UntilAsync(Export export, Func<bool> isSo)
    {
        var come = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (isSo())
                come.TrySetResult(true);
        }

        export.Changed += Check;
        Check();
        await Lists.RunAsync(come.Task);
        export.Changed -= Check;
    }

    /// <summary>Exports the list of a query to its end.</summary>
    public async Task<(Export Export, byte[] File)> RunAsync(CallEventQuery? query = null, ExportChoice? choice = null)
    {
        var export = Start(await OpenAsync(query), choice);
        await EndAsync(export);
        Assert.True(export.State is ExportState.Done, $"{export.State}: {export.Failure} {string.Join('\n', Lists.Recorded.Lines)}");
        return (export, await BytesAsync(export));
    }

    public static async Task<byte[]> BytesAsync(Export export)
    {
        await using var file = export.Open();
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>The events of an NDJSON file, and its last line where that is no event.</summary>
    public static (List<CallEvent> Rows, JsonElement? Tail) Read(byte[] file)
    {
        var lines = System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        JsonElement? tail = lines is [.., var last] && last.TryGetProperty("_export", out var summary) ? summary : null;
        return ([.. lines.Take(lines.Count - (tail is null ? 0 : 1)).Select(CallEventReader.Read)], tail);
    }

    public void Dispose()
    {
        Store.Dispose();
        foreach (var export in _exports)
            export.Dispose();
        Lists.Dispose();
    }
}
