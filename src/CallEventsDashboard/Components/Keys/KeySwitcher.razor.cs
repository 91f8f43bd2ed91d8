using CallEventsDashboard.ApiKeys;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Keys;

/// <summary>Says which key is in use and goes over to another.</summary>
public sealed partial class KeySwitcher : IDisposable
{
    private bool _open;

    [Inject]
    public required ApiKeyStore Store { get; init; }

    private string Label => Store.Active is { } key ? $"API key in use: {key.Name}. Choose another" : "Choose an API key";

    public void Dispose() => Store.Changed -= HandleChanged;

    protected override async Task OnInitializedAsync()
    {
        Store.Changed += HandleChanged;
        await Store.LoadAsync();
    }

    private static Dictionary<string, object?> Choice(StoredKey key)
        => new(StringComparer.Ordinal) { ["aria-current"] = key.IsActive ? "true" : null };

    // A refusal means that the key is gone: the list has been read anew and shows it.
    private Task ActivateAsync(StoredKey key) => Store.ActivateAsync(key.Name);

    private void HandleChanged(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);
}
