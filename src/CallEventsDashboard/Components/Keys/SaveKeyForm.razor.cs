using CallEventsDashboard.ApiKeys;
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
    private bool _saving;

    [Inject]
    public required ApiKeyStore Store { get; init; }

    /// <summary>Raised with the name of the key that was stored.</summary>
    [Parameter]
    public EventCallback<string> OnSaved { get; set; }

    private async Task SaveAsync()
    {
        if (_saving)
            return;
        _saving = true;
        try
        {
            _problem = null;
            if (!Check())
                return;
            _problem = await Store.SaveAsync(_name, _pasted);
            if (_problem is null)
                await SavedAsync();
            else if (!Check())
                _problem = null;
        }
        finally
        {
            _saving = false;
        }
    }

    private bool Check()
    {
        _nameProblem = Store.NameProblem(_name);
        _keyProblem = ApiKeyStore.KeyProblem(_pasted);
        return _nameProblem is null && _keyProblem is null;
    }

    private async Task SavedAsync()
    {
        var saved = _name.Trim();
        _name = _pasted = "";
        await OnSaved.InvokeAsync(saved);
    }
}
