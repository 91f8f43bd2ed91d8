using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The time range, the active filters, and the way to more. Holds no filter of its own: it shows the query and asks for another.</summary>
public sealed partial class FilterBar
{
    private ElementReference _rangeButton;
    private ElementReference _addButton;
    private ElementReference _valuesButton;
    private Panel _open;
    private ElementReference? _focusNext;

    private enum Panel
    {
        None,
        Range,
        Form,
    }

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject]
    public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired]
    public required CallEventQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<QueryChange> OnChange { get; set; }

    /// <summary>Who applied each filter, by its name in a link: <c>api</c>, <c>dashboard</c>, <c>unverified</c> or <c>pending</c>, which is also what a missing one is.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> AppliedBy { get; set; }

    /// <summary>The list that is shown, which counts what a filter would leave of it; null where there is none.</summary>
    [Parameter]
    public CallEventFeed? Feed { get; set; }

    /// <summary>Opens the values of the list, or closes them; without one there are none.</summary>
    [Parameter]
    public EventCallback OnValues { get; set; }

    [Parameter]
    public bool AreValuesOpen { get; set; }

    /// <summary>Gives the focus back when the panel of values closes.</summary>
    public ValueTask FocusValuesAsync() => _valuesButton.TryFocusAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is not { } element)
            return;
        _focusNext = null;
        await element.TryFocusAsync();
    }

    /// <summary>The active filters as they may be seen.</summary>
    private IEnumerable<ActiveFilter> Active => ActiveFilter.From(Query, Instants).Select(filter => filter.Seen((name, value) => Privacy.Value(name, value, Feed?.Key)));

    private string Expanded(Panel panel) => _open == panel ? "true" : "false";

    private void Close()
    {
        _focusNext = _open == Panel.Range ? _rangeButton : _addButton;
        _open = Panel.None;
    }

    private Task RemoveAsync(ActiveFilter filter)
    {
        // The button that had the focus goes with its badge.
        _focusNext = _addButton;
        return ChangeAsync(filter.Without);
    }

    private Task UseAsync(CallEventQuery suggested)
    {
        // The button that had the focus goes with its suggestion.
        _focusNext = _addButton;
        return ChangeAsync(suggested);
    }

    private (string Number, CallEventQuery Query)? Suggestion(ActiveFilter filter) =>
        FilterCatalogue.All.FirstOrDefault(parameter => parameter.Name == filter.Parameter) is { Kind: FilterKind.Number } party && !filter.IsFilteredHere && NumberText.Suggest(filter.FullText) is { } number
            ? (NumberText.Show(number), party.With(Query, number))
            : null;

    private Task ClearAsync()
    {
        _focusNext = _addButton;
        return ChangeAsync(new() { Order = Query.Order, Event = Query.Event, Key = Query.Key });
    }

    private Task ChangeAsync(CallEventQuery query) => query == Query ? Task.CompletedTask : OnChange.InvokeAsync(new(query, Replace: false));
}
