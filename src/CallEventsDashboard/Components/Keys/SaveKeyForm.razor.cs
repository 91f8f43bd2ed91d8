using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Keys;

/// <summary>Takes a name and a pasted key. What was typed stays until it is stored, and the key is gone from the page then.</summary>
public sealed partial class SaveKeyForm
{
    private string _name = "";
    private string _pasted = "";
    private string? _nameProblem;
    private string? _keyProblem;
    private string? _problem;

    [Inject]
    public required ApiKeyStore Store { get; init; }

    [Inject]
    public required AuditLog Audit { get; init; }

    /// <summary>The name to begin with; empty where there is none to suggest.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>Raised when the store has answered: with the name of the key that was stored, or null when it was refused.</summary>
    [Parameter]
    public EventCallback<string?> OnSettled { get; set; }

    /// <summary>From pressing the button until just before <see cref="OnSettled"/>.</summary>
    public bool IsSaving { get; private set; }

    protected override void OnInitialized() => _name = Name;

    private async Task SaveAsync()
    {
        if (IsSaving)
            return;
        _problem = null;
        if (!Check())
        {
            await OnSettled.InvokeAsync(null);
            return;
        }

        IsSaving = true;
        var name = _name.Trim();
        _problem = await Store.SaveAsync(name, _pasted);
        var isStored = _problem is null;
        if (isStored)
        {
            await Audit.KeyAddedAsync();
            await ClearAsync();
        }
        else if (!Check())
            _problem = null;
        IsSaving = false;
        await OnSettled.InvokeAsync(isStored ? name : null);
    }

    private bool Check()
    {
        _nameProblem = Store.NameProblem(_name);
        _keyProblem = ApiKeyStore.KeyProblem(_pasted);
        return _nameProblem is null && _keyProblem is null;
    }

    // The fields are empty before the page shows the new key: whoever types the next one at once does not lose it.
    private async Task ClearAsync()
    {
        _name = _pasted = "";
        StateHasChanged();
        await Task.Yield();
    }
}
