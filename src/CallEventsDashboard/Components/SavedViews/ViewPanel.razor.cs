using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CallEventsDashboard.Components.SavedViews;

/// <summary>What a person keeps of what they look at, and the form that saves the list that is shown.</summary>
public sealed partial class ViewPanel : IDisposable
{
    private ElementReference _field;
    private string _name = "";
    private string? _problem;

    [Inject] public required ViewStore Views { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    /// <summary>The account of the list that is shown.</summary>
    [Parameter, EditorRequired] public required ApiAccount? Account { get; set; }

    [Parameter, EditorRequired] public required InstantFormat Instants { get; set; }

    [Parameter, EditorRequired] public required EventCallback OnClose { get; set; }

    public void Dispose() => Views.Changed -= HandleChanged;

    protected override void OnInitialized() => Views.Changed += HandleChanged;

    private ViewShelf Shelf => Views.Shelf;

    /// <summary>Those that are pinned, then those that were opened last.</summary>
    private IEnumerable<SeenSession> Sessions => Shelf.Pins.Concat(Shelf.Sessions.Where(seen => !Shelf.IsPinned(seen.Id)));

    private static string Flag(bool value) => value ? "true" : "false";

    private static string CompareTitle => "Mark the session, or compare it with the one that is marked";

    private static string PinTitle(bool isPinned) => isPinned ? "Unpin the session" : "Pin the session";

    private string Describe(string query) => ViewText.Describe(query, Instants, Privacy, Account?.Key);

    private void HandleChanged(object? sender, EventArgs change) => Render(() => { });

    private Task HandleKeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;

    private async Task SaveAsync()
    {
        var address = Navigation.ToBaseRelativePath(Navigation.Uri);
        var query = CallEventQueryString.Format(CallEventQueryString.Parse(new Uri(Navigation.Uri).Query).Query.List);
        _problem = await Views.SaveAsync(new() { Name = _name, IsSessions = DashboardUrls.IsSessions(address), Query = query });
        if (_problem is null)
            _name = "";
    }

    private async Task DeleteAsync(string name)
    {
        _problem = await Views.DeleteAsync(name);
        // The button that had the focus goes with its view.
        await _field.TryFocusAsync();
    }

    // The link itself leads to the list.
    private async Task OpenAsync(SavedView view)
    {
        await Views.UseAsync(view);
        await OnClose.InvokeAsync();
    }

    private async Task TogglePinAsync(string sessionId) => _problem = await (Shelf.IsPinned(sessionId) ? Views.UnpinAsync(sessionId) : Views.PinAsync(sessionId));
}
