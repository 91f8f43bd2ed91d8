using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.SavedViews;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Layout;

/// <summary>The shell. It shows a page once the things that only the browser knows are read: the theme, the time zone and the stored API keys.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private const string PrivacyName = "callevents.private";

    private ComponentScript _script = null!;
    private DotNetObjectReference<MainLayout>? _self;
    private Func<Task>? _failed;
    private string? _errorId;
    private bool _isDark;
    private bool _isReady;

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required BrowserStorage Storage { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required ViewStore Views { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required ZonePreference Zones { get; init; }

    [Inject] public required BackgroundWork Work { get; init; }

    private string PrivacyTitle => !Privacy.MayReveal ? "Numbers are masked: your account may not see them"
        : Privacy.IsOn ? "Numbers are masked: show them" : "Mask numbers";

    [JSInvokable]
    public Task ThemeChangedAsync(bool isDark) => TryAsync(() => InvokeAsync(() =>
    {
        _isDark = isDark;
        StateHasChanged();
    }));

    public ValueTask DisposeAsync()
    {
        Keys.Changed -= HandleChanged;
        Zones.Changed -= HandleChanged;
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, Work, "./Components/Layout/MainLayout.razor.js");
        Keys.Changed += HandleChanged;
        Zones.Changed += HandleChanged;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? TryAsync(StartAsync) : Task.CompletedTask;

    private async Task StartAsync()
    {
        var stored = Task.WhenAll(Keys.LoadAsync(), Views.LoadAsync());
        _isDark = await _script.CallAsync<bool>("watch", _self);
        await Zones.LoadAsync(await _script.CallAsync<string?>("timeZone"));
        if (await Storage.ReadAsync(PrivacyName) == "true")
            Privacy.Set(isOn: true);
        await stored;
        _isReady = true;
        StateHasChanged();
    }

    private async Task SwitchThemeAsync() => _isDark = await _script.CallAsync<bool>("switchTheme");

    // Only the choice to mask is kept: where masking is the default, showing the numbers holds for this tab only.
    private async Task SwitchPrivacyAsync()
    {
        Privacy.Set(!Privacy.IsOn);
        if (!Privacy.IsOn)
            await Audit.RevealedAsync(null, []);
        await Storage.WriteAsync(PrivacyName, Privacy.IsOn ? "true" : null);
    }

    private void HandleChanged(object? sender, EventArgs change) => Work.Begin(nameof(MainLayout), () => InvokeAsync(StateHasChanged), Show);

    // A failure in the frame is shown inside it: above it there is only the whole dashboard.
    private Task TryAsync(Func<Task> workAsync) => Work.RunAsync(nameof(MainLayout), workAsync, id =>
    {
        _failed = workAsync;
        Show(id);
    });

    private void Show(string errorId) => Work.Begin(nameof(MainLayout), () => InvokeAsync(() =>
    {
        _errorId = errorId;
        StateHasChanged();
    }), _ => { });

    private async Task RetryAsync()
    {
        var failed = _failed;
        (_failed, _errorId) = (null, null);
        if (failed is not null)
            await TryAsync(failed);
    }
}
