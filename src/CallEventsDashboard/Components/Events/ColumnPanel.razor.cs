using System.Globalization;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events;

/// <summary>Which columns the list of events has, in which order and how wide, and how high its rows are.</summary>
public sealed partial class ColumnPanel : IAsyncDisposable
{
    // Rows beside those in view that are looked through for fields: they are loaded anyway.
    private const int Beside = 150;
    private const int MostOffers = 60;

    private ComponentScript _script = null!;
    private ElementReference _search;
    private string? _problem;
    private IReadOnlyList<ChosenColumn> _default = [.. EventRow.AllColumns.Shown.Where(column => column.From <= PageRoom.Wide).Select(column => new ChosenColumn(column.Name))];
    private IReadOnlyList<(FieldPath Path, int Records)> _fields = [];
    private int _rows;
    private string _sought = "";

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required ViewStore Views { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    /// <summary>The list, whose loaded events say which fields there are.</summary>
    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required EventCallback OnClose { get; set; }

    public ValueTask DisposeAsync()
    {
        Views.Changed -= HandleChanged;
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _script = new ComponentScript(Js, Work, "./Components/Events/ColumnPanel.razor.js");
        Views.Changed += HandleChanged;
        ReadFields(0);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || await _script.CallAsync<ColumnsInView?>("columnsInView") is not { Names.Count: > 0 } seen)
            return;
        _default = [.. seen.Names.Where(ColumnChoice.IsKnown).Select(name => new ChosenColumn(name))];
        ReadFields(seen.First);
        StateHasChanged();
    }

    private ColumnChoice Choice => ColumnChoice.Parse(Views.Shelf.Columns);

    /// <summary>The choice that a change is made to: what is seen now, where nothing was chosen yet.</summary>
    private ColumnChoice Custom(ColumnChoice choice) => choice.Columns.Count == 0 ? choice with { Columns = _default } : choice;

    private IReadOnlyList<ChosenColumn> Shown => Custom(Choice).Columns;

    private static string Flag(bool value) => value ? "true" : "false";

    private static GridColumn<EventRow>? Known(string name) => EventRow.AllColumns.Shown.FirstOrDefault(column => column.Name == name);

    private string Title(string name) => Known(name)?.Title ?? Path(name);

    private string Path(string name) => FieldPath.Parse(name) is { } path ? string.Join('.', path.Names.Select(part => Privacy.Name(part, Feed.Key))) : name;

    private void ReadFields(int first)
    {
        List<CallEvent> rows = [.. Enumerable.Range(Math.Max(0, first - Beside), Beside * 2).Select(Feed.Row).OfType<CallEvent>().Select(row => Privacy.Seen(row, Feed.Key))];
        (_rows, _fields) = (rows.Count, FieldPath.In(rows));
    }

    /// <summary>What can be added: the list's own columns, then fields that loaded events have, then a field as it is typed.</summary>
    private IEnumerable<(string Name, string Label, string Detail)> Offers()
    {
        var sought = _sought.Trim();
        var own = EventRow.AllColumns.Shown.Where(column => column.Title.Contains(sought, StringComparison.OrdinalIgnoreCase)).Select(column => (column.Name, column.Title, "column of the list"));
        var fields = _fields.Where(field => !Pseudonyms.IsStandIn(field.Path.Text) && field.Path.Text.Contains(sought, StringComparison.OrdinalIgnoreCase) && !ColumnChoice.IsKnown(field.Path.Text))
            .Select(field => (field.Path.Text, field.Path.Text, string.Create(CultureInfo.InvariantCulture, $"in {field.Records} of {_rows}")));
        IEnumerable<(string, string, string)> typed = sought.Contains('.', StringComparison.Ordinal) && FieldPath.Parse(sought) is { } path && _fields.All(field => field.Path != path)
            ? [(path.Text, path.Text, "in no loaded event")] : [];
        return own.Concat(fields).Concat(typed).Where(offer => Shown.All(column => column.Name != offer.Item1)).Take(MostOffers);
    }

    private Task ResetAsync() => ChangeAsync(choice => choice with { Columns = [] });

    private Task MoveAsync(string name, int by) => ChangeAsync(choice => Custom(choice).Move(name, by));

    private Task AddAsync(string name) => ReplaceAsync(choice => Custom(choice).Add(name));

    private Task RemoveAsync(string name) => ReplaceAsync(choice => Custom(choice).Remove(name));

    private Task ResizeAsync(string name, object? width) => ChangeAsync(
        choice => Custom(choice).Resize(name, int.TryParse(width as string, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null));

    // The button that had the focus goes with what it did.
    private async Task ReplaceAsync(Func<ColumnChoice, ColumnChoice> change)
    {
        await ChangeAsync(change);
        await _search.TryFocusAsync();
    }

    private async Task ChangeAsync(Func<ColumnChoice, ColumnChoice> change) => _problem = await Views.ChangeColumnsAsync(text => change(ColumnChoice.Parse(text)).Format());

    private void HandleChanged(object? sender, EventArgs change) => Render(() => { });

    private Task HandleKeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
