using System.Globalization;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CallEventsDashboard.Components.Keys;

/// <summary>One stored key and what can be done with it. Whoever works by keyboard stays where they were.</summary>
public sealed partial class StoredKeyRow : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _test;
    private ElementReference _rename;
    private ElementReference _delete;
    private ElementReference _keep;
    private MudTextField<string>? _newNameField;
    private Mode _mode;
    private Mode _cameFrom;
    private bool _moved;
    private string _newName = "";
    private string? _renameProblem;
    private string? _said;
    private RequestEntry? _request;
    private bool? _good;
    private bool _testing;
    private int _tests;

    private enum Mode
    {
        Reading,
        Renaming,
        Deleting,
    }

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject]
    public required ApiKeyStore Store { get; init; }

    [Inject]
    public required CallEventsClientFactory Clients { get; init; }

    [Inject]
    public required RequestBudgetRegistry Budgets { get; init; }

    [Inject]
    public required NeighbourFactory Neighbours { get; init; }

    [Inject]
    public required PrivacyMode Privacy { get; init; }

    [Inject]
    public required AuditLog Audit { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required StoredKey Key { get; set; }

    /// <summary>Whether the key was saved just now: then it is tested without being asked to.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    [Parameter]
    public EventCallback OnDeleted { get; set; }

    /// <summary>Raised with the answer to every test.</summary>
    [Parameter]
    public EventCallback<KeyTestResult> OnTested { get; set; }

    private string Tone => _good switch { true => "good", false => "bad", _ => "" };

    private string Dot => Key switch { { IsRefused: true } => "refused", { IsActive: true } => "on", _ => "off" };

    private string Expiry => Key.ExpiresAt is { } end
        ? string.Create(CultureInfo.InvariantCulture, $"kept until {Instants.Date(end)} {Instants.ZoneAt(end)}, {Math.Ceiling((end - Time.GetUtcNow()).TotalDays):0} days left")
        : "";

    // Masked as the record is that it was read from.
    private string? Organization => Key.Organization is { } organization && Store.Account(Key.Name) is { } account
        ? Privacy.IsOn ? Privacy.Value("organization_id", organization, account.Key) : organization : null;

    public void Dispose()
    {
        Privacy.Changed -= HandlePrivacy;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Privacy.Changed += HandlePrivacy;
        return IsNew ? TestAsync(isAsked: false) : Task.CompletedTask;
    }

    private void HandlePrivacy(object? sender, EventArgs change) => Render(() => { });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_moved)
            return;
        _moved = false;
        await (_mode switch
        {
            Mode.Renaming when _newNameField is not null => _newNameField.FocusAsync(),
            Mode.Deleting => _keep.TryFocusAsync(),
            _ => (_cameFrom switch { Mode.Renaming => _rename, Mode.Deleting => _delete, _ => _test }).TryFocusAsync(),
        });
    }

    private void Go(Mode mode)
    {
        (_cameFrom, _mode, _moved) = (_mode, mode, true);
        Say(null);
    }

    private void Cancel() => Go(Mode.Reading);

    private void StartRenaming()
    {
        (_newName, _renameProblem) = (Key.Name, null);
        Go(Mode.Renaming);
    }

    private async Task RenameAsync()
    {
        _renameProblem = Store.NameProblem(_newName, renamed: Key.Name) ?? await Store.RenameAsync(Key.Name, _newName);
        if (_renameProblem is not null)
            return;
        await Audit.KeyRenamedAsync();
        Go(Mode.Reading);
    }

    private async Task ActivateAsync()
    {
        var problem = await Store.ActivateAsync(Key.Name);
        if (problem is null)
            await Audit.KeyActivatedAsync();
        Go(Mode.Reading);
        Say(problem, good: false);
    }

    private async Task DeleteAsync()
    {
        var problem = await Store.DeleteAsync(Key.Name);
        if (problem is null)
        {
            await Audit.KeyDeletedAsync();
            await OnDeleted.InvokeAsync();
            return;
        }

        Go(Mode.Reading);
        Say(problem, good: false);
    }

    // The test of a key that was just saved is a part of saving it, which is audited.
    private async Task TestAsync(bool isAsked)
    {
        if (_testing || Store.Account(Key.Name) is not { } account)
            return;
        (_testing, _tests) = (true, _tests + 1);
        // What it may read may have been changed before it is tested.
        Neighbours.ForgetRefusals(account.Key);
        _request = null;
        Say("Testing…");
        try
        {
            var result = await new KeyTest(Clients, Budgets, Time).TestAsync(account, _gone.Token);
            if (isAsked)
                await Audit.KeyTestedAsync(result.Works);
            Say(result.Words, result.Works);
            _request = result.Request;
            if (result.Works || result.IsRefused)
                Store.Judge(account, result.IsRefused);
            await OnTested.InvokeAsync(result);
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
        }
        finally
        {
            _testing = false;
        }
    }

    private void Say(string? words, bool? good = null) => (_said, _good) = (words, words is null ? null : good);
}
