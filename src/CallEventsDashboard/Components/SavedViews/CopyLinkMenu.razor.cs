using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.SavedViews;

/// <summary>The button that copies the link of a list, and the choice between a list as it is and one that moves with the time.</summary>
public sealed partial class CopyLinkMenu : IAsyncDisposable
{
    private ComponentScript _script = null!;
    private ElementReference _root;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required IJSRuntime Js { get; init; }

    /// <summary>The whole link of the list as it is now.</summary>
    [Parameter, EditorRequired] public required string Link { get; set; }

    /// <summary>The query that is shown.</summary>
    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/SavedViews/CopyLinkMenu.razor.js");

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("attach", _root) : Task.CompletedTask;

    private CallEventQuery Fixed => CallEventQueryString.Parse(new Uri(Link).Query).Query;

    /// <summary>The link whose range moves; null where the range of the query has an end of its own.</summary>
    private string? Rolling => Query.Range is { Exactly: not null } or { Upper: not null } || Fixed.Range == Query.Range
        ? null
        : new Uri(Link).GetLeftPart(UriPartial.Path) + CallEventQueryString.Format(Query with { Key = Fixed.Key });

    private string Until => Fixed.Range.Upper is { } upper ? Instants.DayAndClockWithZone(upper.At) : "now";

    private string Span => TimeRangeName.Format(Query, Instants);
}
