using CallEventsDashboard.ApiKeys;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Keys;

/// <summary>Says which key is in use and goes over to another.</summary>
public sealed partial class KeySwitcher : IDisposable
{
    [Inject]
    public required ApiKeyStore Store { get; init; }

    public void Dispose() => Store.Changed -= HandleChanged;

    protected override async Task OnInitializedAsync()
    {
        Store.Changed += HandleChanged;
        await Store.LoadAsync();
    }

    private static string Dot(StoredKey? key) => key switch { null => "off", { IsRefused: true } => "refused", _ => "on" };

    private void HandleChanged(object? sender, EventArgs e) => Render(() => { });
}
