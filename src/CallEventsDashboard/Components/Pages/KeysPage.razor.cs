using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The API keys of the person who is signed in.</summary>
public sealed partial class KeysPage : IDisposable
{
    private ElementReference _heading;
    private bool _deleted;
    private bool _exploring;
    private string? _said;
    private string? _problem;

    [Inject]
    public required ApiKeyStore Store { get; init; }

    [Inject]
    public required IOptions<SandboxAccountOptions> Sandbox { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    public void Dispose() => Store.Changed -= HandleChanged;

    protected override async Task OnInitializedAsync()
    {
        Store.Changed += HandleChanged;
        await Store.LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_deleted)
            return;
        _deleted = false;
        await _heading.FocusAsync();
    }

    private void HandleChanged(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);

    private void HandleSaved(string name) => (_said, _problem) = ($"“{name}” is stored and active.", null);

    // The button that was pressed is gone with its row: without a new place, focus falls back to the top of the page.
    private void HandleDeleted() => (_deleted, _said) = (true, null);

    private async Task ExploreAsync()
    {
        if (_exploring)
            return;
        _exploring = true;
        _problem = await Store.ExploreSandboxAsync();
        _exploring = false;
        if (_problem is null)
            Navigation.NavigateTo("events");
    }
}
