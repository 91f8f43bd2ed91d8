using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>Every filter of the endpoint as a field. What is typed lives here until it is applied; what can't be used stays, with its reason.</summary>
public sealed partial class FilterForm
{
    private FilterDraft _draft = new(CallEventQuery.Default, (_, value) => value, TimeZoneInfo.Utc);
    private string? _status;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required PrivacyMode Privacy { get; init; }

    /// <summary>The list that is shown; null where there is none.</summary>
    [CascadingParameter]
    public CallEventFeed? Feed { get; set; }

    [Parameter, EditorRequired]
    public required CallEventQuery Query { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<CallEventQuery> OnApply { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    protected override void OnInitialized() => _draft = new(Query, (parameter, value) => Privacy.Value(parameter.Name, value, Feed?.Key), Instants.Zone);

    // What is read is what Telnyx can filter by; the list that is shown has its number where that stays the same.
    private string? Cost => !_draft.IsFilteredHere ? null
        : Feed?.Status is { Total: { } total, Scan: null } status && _draft.AsksTelnyxAs(Query) ? $"Filtered here: {CostText.Format(ReadingCost.From(total, status))}."
        : "Filtered here: the list says what that costs.";

    private void HandleChange() => StateHasChanged();

    private async Task ApplyAsync()
    {
        var query = _draft.Apply(Query, Time);
        _status = _draft.HasErrors ? "The marked fields were not applied." : null;
        if (query != Query)
            await OnApply.InvokeAsync(query);
        if (!_draft.HasErrors)
            await OnClose.InvokeAsync();
    }
}
