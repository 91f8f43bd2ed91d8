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
    private string? _saved;
    private string? _link;
    private string? _wantedKey;
    private string? _problem;

    [Inject]
    public required ApiKeyStore Store { get; init; }

    [Inject]
    public required IOptions<SandboxAccountOptions> Sandbox { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The link that a person came by, relative to the base.</summary>
    [SupplyParameterFromQuery(Name = "return")]
    public string? Return { get; set; }

    public void Dispose() => Store.Changed -= HandleChanged;

    protected override async Task OnInitializedAsync()
    {
        Store.Changed += HandleChanged;
        await Store.LoadAsync();
    }

    protected override void OnParametersSet()
    {
        _link = DashboardUrls.IsView(Return) ? Return : null;
        _wantedKey = _link?.IndexOf('?') is >= 0 and var start ? CallEventQueryString.Parse(_link[start..]).Query.Key : null;
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
        (_saved, _said) = (saved, saved is null ? null : $"“{saved}” is stored and active.");
        if (saved is not null)
            _problem = null;
    }

    // A key that could not be tried may be good: the link itself will show.
    private void HandleTested(KeyTestResult result)
    {
        if (_saved is not null && _link is not null && !result.IsRefused)
            Navigation.NavigateTo(_link);
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
