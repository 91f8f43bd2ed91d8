using System.Globalization;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Exports;

/// <summary>The export of a list: what it will cost, how far it is, and the link to its file. It goes on while the panel is closed.</summary>
public sealed partial class ExportPanel : IAsyncDisposable
{
    // Well within the life of a ticket, so that the link is good whenever it is clicked.
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(20);

    private const int MostNamed = 1000;

    private ComponentScript _script = null!;
    private ITimer? _renewal;
    private Export? _export;
    private ExportCost _cost = new(null, null, null, null);
    private (int Rows, int? Read, bool IsOpen) _costed = (-1, null, false);
    private ExportFormat _format;
    private ElementReference _link;
    private string? _ticket;
    private bool _hasTooMany;
    private bool _savesWhenDone;

    [Inject] public required TabExports Exports { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>The names of connections, as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter] public bool HidesUndecided { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    public ValueTask DisposeAsync()
    {
        Follow(null);
        _renewal?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _script = new ComponentScript(Js, Work, "./Components/Exports/ExportPanel.razor.js");
        Follow(Exports.Current);
        RenewTicket();
        FindNames();
        _renewal = StartTimer(Time, RenewAsync, RenewEvery, RenewEvery);
    }

    protected override void OnParametersSet()
    {
        var costed = (Status.RowCount, Status.Scan?.RowsRead, Status.Total is not null);
        if (_export is not null || costed == _costed)
            return;
        (_costed, _cost) = (costed, ExportCost.From(Status, Feed.CountUnread()));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The file may be ready before the link to it is drawn, where something else drew the panel in between.
        if (!_savesWhenDone || _ticket is null || _link.Id is null || _export?.State is not ExportState.Done)
            return;
        _savesWhenDone = false;
        // What had the focus is gone, and with it the keys of the panel.
        await _link.TryFocusAsync();
        await _script.CallAsync("save", _link);
    }

    private Export? Shown => _export is { State: not ExportState.Stopped } ? _export : null;

    private ExportChoice Choice => new(_format, Privacy.IsOn, Instants, HidesUndecided)
    {
        ConnectionNames = (Names ?? ConnectionBook.Empty).All.ToDictionary(connection => connection.Id, connection => connection.Name, StringComparer.Ordinal),
    };

    // A file has names that a narrow list does not show: what is not known yet is asked for while the form is read.
    private void FindNames()
    {
        for (var index = 0; index < Math.Min(Status.RowCount, MostNamed); index++)
        {
            if (Feed.Row(index) is { } row)
                Names?.Find(row.ConnectionId, row.Product);
        }
    }

    private bool IsOfThisList => _export?.Query == Query.List;

    private int? Total => _export is null ? (Status.Total is null ? null : Status.RowCount) : _export.Status.Total is null ? null : _export.Status.RowCount;

    private string Size => ExportText.Size(_export!.Length);

    private string Title => _export switch
    {
        null when _cost.Rows is { } rows => $"Export {CountText.Format(rows, "event")}",
        null => "Export this list",
        { IsUnderWay: true } => "Exporting",
        { State: ExportState.Failed } => "The export stopped",
        { Summary.IsPartial: true } => "Export, in part",
        _ => "Export ready",
    };

    // Once for each state: figures that change all the time would be read aloud without end.
    private string? Spoken => _export?.State switch
    {
        ExportState.Running => "The export is running.",
        ExportState.Waiting => "The export waits for Telnyx, and goes on by itself.",
        ExportState.Done => $"The export is ready: {ExportText.Rows(_export)}.",
        ExportState.Stopped => $"The export was stopped with {ExportText.Rows(_export)}.",
        _ => null,
    };

    private async Task StartAsync()
    {
        _hasTooMany = !await Exports.TryStartAsync(Feed, Choice);
        if (_hasTooMany)
            return;
        _savesWhenDone = true;
        Follow(Exports.Current);
        RenewTicket();
        await Audit.ExportedAsync(null, ActiveFilter.Parameters(Query));
    }

    private void Forget()
    {
        Exports.Clear();
        Follow(null);
        (_ticket, _link) = (null, default);
        _costed = (-1, null, false);
        OnParametersSet();
    }

    private void Follow(Export? export)
    {
        if (_export is not null)
            _export.Changed -= HandleChanged;
        _export = export;
        if (export is not null)
            export.Changed += HandleChanged;
    }

    private void HandleChanged() => Render(() =>
    {
        if (_ticket is null)
            RenewTicket();
    });

    // The browser has the address of the click already.
    private void HandleDownload() => RenewTicket();

    private Task RenewAsync()
    {
        RenewTicket();
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void RenewTicket() => _ticket = _export is { Summary: not null } ? Exports.Issue() : null;

    private Task HandleKeyAsync(KeyboardEventArgs e) => e.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
