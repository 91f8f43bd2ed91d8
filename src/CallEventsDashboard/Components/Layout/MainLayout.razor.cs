using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Layout;

/// <summary>The shell. It shows a page once the two things that only the browser knows are read: the theme and the stored API keys.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private ComponentScript _script = null!;
    private DotNetObjectReference<MainLayout>? _self;
    private ErrorBoundary? _boundary;
    private bool _isDark;
    private bool _isReady;

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [JSInvokable]
    public Task ThemeChangedAsync(bool isDark) => InvokeAsync(() =>
    {
        _isDark = isDark;
        StateHasChanged();
    });

    public ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= HandleLocationChanged;
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, "./Components/Layout/MainLayout.razor.js");
        Navigation.LocationChanged += HandleLocationChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        var keys = Keys.LoadAsync();
        _isDark = await _script.CallAsync<bool>("watch", _self);
        if (await _script.CallAsync<bool>("isPrivate"))
            Privacy.Set(isOn: true);
        await keys;
        _isReady = true;
        StateHasChanged();
    }

    private async Task SwitchThemeAsync() => _isDark = await _script.CallAsync<bool>("switchTheme");

    // Only the choice to mask is kept: where masking is the default, showing the numbers holds for this tab alone.
    private async Task SwitchPrivacyAsync()
    {
        Privacy.Set(!Privacy.IsOn);
        if (!Privacy.IsOn)
            await Audit.RevealedAsync(null, []);
        await _script.CallAsync("keepPrivate", Privacy.IsOn);
    }

    // A page that failed must not keep its successor from showing.
    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() => _boundary?.Recover());
}
