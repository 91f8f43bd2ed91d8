using System.Globalization;
using System.Text;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events;

public sealed partial class PickBar : IAsyncDisposable
{
    private const string Json = "json";
    private const string Csv = "csv";
    private const string Markdown = "md";
    private const char ByteOrderMark = '\uFEFF';

    private static readonly (string Form, string Label)[] Forms = [(Json, "JSON"), (Csv, "CSV"), (Markdown, "Markdown")];

    private readonly EventColumns _columns = new();
    private readonly CancellationTokenSource _gone = new();
    private CancellationToken _leaving;
    private ComponentScript _script = null!;
    private DotNetObjectReference<PickBar>? _self;
    private ElementReference _bar;
    private CallEventFeed? _drawn;
    private int _number;
    private int _left;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required ViewStore Views { get; init; }

    [Inject] public required TabExports Exports { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    /// <summary>That of the list, of which the audit has the names of its parameters.</summary>
    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    /// <summary>Another text once an index means another row.</summary>
    private string State => string.Create(CultureInfo.InvariantCulture, $"{_number}.{Status.Live?.Inserted}.{(Feed.HidesUndecided ? 1 : 0)}");

    /// <summary>Makes a text of picked rows for the browser to copy.</summary>
    /// <param name="form"><c>json</c>, <c>csv</c> or <c>md</c>.</param>
    /// <param name="picks">The indices of the rows.</param>
    /// <param name="shown">The names of the heads of the columns that the page has room for; none where it shows no heads.</param>
    /// <param name="state">That of the list that they are of.</param>
    /// <returns>Null where there is nothing to copy.</returns>
    [JSInvokable]
    public Task<string?> MakeAsync(string form, IReadOnlyList<int> picks, IReadOnlyList<string> shown, string state) => AnswerAsync(async () =>
        await ReadAsync(picks, state) is { Count: > 0 } rows ? (await WriteAsync(form, rows, shown)).TrimStart(ByteOrderMark) : null);

    /// <summary>Makes a file of picked rows.</summary>
    /// <inheritdoc cref="MakeAsync"/>
    /// <returns>Its address, which is good for one download, and its name; null where there is nothing to download.</returns>
    [JSInvokable]
    public Task<string[]?> SaveAsync(string form, IReadOnlyList<int> picks, IReadOnlyList<string> shown, string state) => AnswerAsync(async () =>
    {
        if (await ReadAsync(picks, state) is not { Count: > 0 } rows)
            return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"call-events_{rows.Count}-picked_{Time.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}{(Privacy.IsOn ? "_masked" : "")}.{form}");
        var bytes = Encoding.UTF8.GetBytes(await WriteAsync(form, rows, shown));
        return await Exports.SaveAsync(name, TypeOf(form), bytes, _leaving) is { } ticket ? (string[])[ExportsRegistration.Path + ticket, name] : null;
    });

    /// <summary>Nothing is picked any more: what was said of it goes.</summary>
    [JSInvokable]
    public Task ClearedAsync() => AnswerAsync(() =>
    {
        _left = 0;
        StateHasChanged();
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        _self?.Dispose();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _leaving = _gone.Token;
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, Work, "./Components/Events/PickBar.razor.js");
    }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_drawn, Feed))
            return;
        (_drawn, _left) = (Feed, 0);
        _number++;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("watch", _bar, _self) : Task.CompletedTask;

    /// <returns>The rows as they may be seen; none where the list is another one by now.</returns>
    private async Task<IReadOnlyList<CallEvent>> ReadAsync(IReadOnlyList<int> picks, string state)
    {
        if (state != State)
            return [];
        var (feed, rowCount) = (Feed, Status.RowCount);
        int[] indices = [.. picks.Where(index => index >= 0 && index < rowCount).Distinct().Order().Take(PickedRows.Most)];
        try
        {
            var rows = await PickedRows.ReadAsync(feed, indices, Time, _leaving);
            _left = indices.Length - rows.Count;
            StateHasChanged();
            // Rows that came in meanwhile may have put others at these indices. What was revealed alone stays masked in a file that says so.
            return feed.Status.Live?.Inserted != Status.Live?.Inserted ? [] : Privacy.IsOn ? [.. rows.Select(row => Privacy.Masked(row, feed.Key))] : rows;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The list was left before its rows were read.
            return [];
        }
    }

    private async Task<string> WriteAsync(string form, IReadOnlyList<CallEvent> rows, IReadOnlyList<string> shown)
    {
        await Audit.ExportedAsync(null, ActiveFilter.Parameters(Query));
        var names = Names ?? ConnectionBook.Empty;
        return form switch
        {
            Csv => PickedEvents.Csv(rows, Instants, (id, product) => names.Find(id, product)?.Name),
            Markdown => Table(rows, shown, names),
            _ => PickedEvents.Json(rows),
        };
    }

    private string Table(IReadOnlyList<CallEvent> rows, IReadOnlyList<string> shown, ConnectionBook names)
    {
        var choice = ColumnChoice.Parse(Views.Shelf.Columns);
        var columns = _columns.For(Views.Shelf.Columns, Privacy.IsOn, name => Privacy.Name(name, Feed.Key)).Shown
            .Where(column => shown.Count == 0 || shown.Contains(column.Name)).Select(column => (column.Title, Name: EventColumns.NameOf(choice, column.Name))).ToList();
        return MarkdownTable.Write([.. columns.Select(column => column.Title)], rows.Select(row => columns.Select(column => EventCell.Text(column.Name, row, Instants, names))));
    }

    private static string TypeOf(string form) => form switch
    {
        Csv => "text/csv; charset=utf-8",
        Markdown => "text/markdown; charset=utf-8",
        _ => "application/json; charset=utf-8",
    };
}
