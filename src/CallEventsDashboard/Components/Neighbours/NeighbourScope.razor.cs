using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What is within can ask beside the log, with the key of the account, and has the names of its connections; another account, or another subject, begins anew.</summary>
public sealed partial class NeighbourScope : IDisposable
{
    private const int MostMissed = 1000;

    // As often as a list that failed is tried again.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private NeighbourReader? _reader;
    private readonly HashSet<NameQuestion> _missed = [];
    private ConnectionBook _names = ConnectionBook.Empty;
    private (ApiAccount? Account, string? Subject)? _opened;
    private ITimer? _again;

    [Inject] public required NeighbourFactory Factory { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>Null while there is none: then nothing can be asked.</summary>
    [Parameter, EditorRequired] public required ApiAccount? Account { get; set; }

    /// <summary>What the page is about, such as a session's id; null for a list.</summary>
    [Parameter] public string? Subject { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    public void Dispose()
    {
        _again?.Dispose();
        Privacy.Changed -= HandlePrivacy;
        Follow(null);
    }

    protected override void OnInitialized()
    {
        Privacy.Changed += HandlePrivacy;
        _again = StartTimer(Time, HandleTimeAsync, Pause, Pause);
    }

    protected override void OnParametersSet()
    {
        if (_opened == (Account, Subject))
            return;
        _opened = (Account, Subject);
        _missed.Clear();
        Follow(Account is { } account ? Factory.Open(account) : null);
        _reader?.WantNames();
    }

    private void Follow(NeighbourReader? reader)
    {
        if (_reader is not null)
            _reader.NamesChanged -= HandleNames;
        _reader = reader;
        if (_reader is not null)
            _reader.NamesChanged += HandleNames;
        See();
    }

    // A page may be open for longer than names are kept, and a list that could not be read for now may be read later. No request is made for what is not due.
    private Task HandleTimeAsync()
    {
        _reader?.WantNames();
        if (_missed.Count > 0)
        {
            _missed.Clear();
            See();
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private void HandleNames() => Render(See);

    private void HandlePrivacy(object? sender, EventArgs change) => Render(See);

    private void See() => _names = _reader?.Names.Seen(
        connection => Privacy.IsOn ? Masked(connection) : connection,
        profile => Privacy.IsOn ? profile with { Name = Privacy.Value("connection_name", profile.Name, Account!.Key) } : profile,
        HandleMissed) ?? ConnectionBook.Empty;

    // Once for each ID: every row that is drawn looks up its own.
    private void HandleMissed(NameQuestion question)
    {
        if (_missed.Count < MostMissed && _missed.Add(question))
            _reader?.WantNames(question);
    }

    private NamedConnection Masked(NamedConnection connection) => connection with
    {
        Name = Privacy.Value("connection_name", connection.Name, Account!.Key),
        WebhookUrl = Masked(connection.WebhookUrl),
        FailoverUrl = Masked(connection.FailoverUrl),
        StatusUrl = Masked(connection.StatusUrl),
    };

    private string? Masked(string? url) => url is null ? null : Privacy.Value("delivered_to", url, Account!.Key);
}
