using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Keys;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The API keys of the person who is signed in.</summary>
public sealed partial class KeysPage : IDisposable
{
    private ElementReference _heading;
    private SaveKeyForm? _form;
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
        await _heading.TryFocusAsync();
    }

    private void HandleChanged(object? sender, EventArgs e) => Begin(() => InvokeAsync(() =>
    {
        _said = null;
        if (_form is not { IsSaving: true })
            StateHasChanged();
    }));

    private void HandleSettled(string? saved)
    {
        _said = saved is null ? null : $"“{saved}” is stored and active.";
        if (saved is not null)
            _problem = null;
    }

    // The button that was pressed is gone with its row: without a new place, focus falls back to the top of the page.
    private void HandleDeleted() => _deleted = true;

    private async Task ForgetAsync() => _problem = await Store.ForgetUnreadableAsync();

    private async Task ExploreAsync()
    {
        if (_exploring)
            return;
        _exploring = true;
        _problem = await Store.ExploreSandboxAsync();
        _exploring = false;
        if (_problem is null)
            Navigation.NavigateTo(DashboardUrls.Events(CallEventQuery.Default));
    }
}
