using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>A record as a tree to open, search, copy from and filter by. A new record needs a new tree: give it the event's fingerprint as key.</summary>
public sealed partial class JsonTree : IAsyncDisposable
{
    private RecordTree _tree = null!;
    private IReadOnlyList<TreeLine> _lines = [];
    private ElementReference _section;
    private ComponentScript _script = null!;
    private bool _showsMatch;

    [Inject] public required IJSRuntime JavaScript { get; init; }

    [Parameter, EditorRequired] public required JsonElement Record { get; set; }

    /// <summary>The id of the element that holds the record's JSON, from which values are copied.</summary>
    [Parameter, EditorRequired] public required string JsonId { get; set; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter] public EventCallback<CallEventQuery> OnFilter { get; set; }

    private string CountText => _tree.Matches.Count == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{_tree.Current + 1} of {_tree.Matches.Count}");

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized()
    {
        _script = new ComponentScript(JavaScript, Work, "./Components/Events/Detail/JsonTree.razor.js");
        _tree = RecordTree.Create(Record);
        _lines = _tree.Lines();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _script.CallAsync("attach", _section);
        if (!_showsMatch)
            return;
        _showsMatch = false;
        await _script.CallAsync("showMatch", _section);
    }

    private static string MoreText(TreeLine line)
    {
        if (line.Kind == TreeLineKind.EarlierLines)
            return "Show earlier lines";
        if (line.Kind == TreeLineKind.LaterLines)
            return FormattableString.Invariant($"Show {RecordTree.LinesStep} more lines");
        var rest = line.Node.ChildCount - line.Node.Shown;
        return FormattableString.Invariant($"Show {Math.Min(rest, TreeNode.ChildrenStep)} more of {line.Node.ChildCount:N0}");
    }

    private void Find(ChangeEventArgs change)
    {
        _tree.Find(change.Value as string);
        _showsMatch = true;
        Refresh();
    }

    private void Step(int by)
    {
        _tree.Step(by);
        _showsMatch = true;
        Refresh();
    }

    private void ExpandAll()
    {
        _tree.OpenAll();
        Refresh();
    }

    private void CollapseAll()
    {
        _tree.CloseAll();
        Refresh();
    }

    private void ShowMore(TreeLine line)
    {
        _tree.ShowMore(line);
        Refresh();
    }

    private void Refresh() => _lines = _tree.Lines();

    private ValueQueries? QueriesOf(TreeNode node) =>
        OnFilter.HasDelegate && ValueText.Format(node.Value) is { } value && !node.Parent!.IsArray && ValueFilter.Narrow(Query, node.Key, value, node.Depth == 0) is { } only
            ? new(only, ValueFilter.Exclude(Query, node.Key, value, node.Depth == 0))
            : null;
}
