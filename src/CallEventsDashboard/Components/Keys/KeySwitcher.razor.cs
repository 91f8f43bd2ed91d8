using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Keys;

/// <summary>Says which key is in use and goes over to another.</summary>
public sealed partial class KeySwitcher : IDisposable
{
    [Inject]
    public required ApiKeyStore Store { get; init; }

    [Inject]
    public required AuditLog Audit { get; init; }

    public void Dispose() => Store.Changed -= HandleChanged;

    protected override async Task OnInitializedAsync()
    {
        Store.Changed += HandleChanged;
        await Store.LoadAsync();
    }

    private async Task ActivateAsync(StoredKey key)
    {
        if (await Store.ActivateAsync(key.Name) is null)
            await Audit.KeyActivatedAsync();
    }

    private static string Dot(StoredKey? key) => key switch { null => "off", { IsRefused: true } => "refused", _ => "on" };

    private void HandleChanged(object? sender, EventArgs e) => Render(() => { });
}
