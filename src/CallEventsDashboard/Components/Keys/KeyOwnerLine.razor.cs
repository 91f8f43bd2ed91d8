using System.Globalization;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Keys;

/// <summary>The organisation behind a key that was tested and works, and its balance where the key may read it. That Telnyx does not say says nothing of the key.</summary>
public sealed partial class KeyOwnerLine : IDisposable
{
    private const string Purpose = "account";

    private static readonly ResourceRequest[] Questions = [Accounts.Owner, Accounts.Balance];

    private NeighbourReader? _reader;
    private NeighbourAnswer? _organization;
    private NeighbourAnswer? _balance;
    private KeyOwner? _owner;
    private bool _isAsking;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required NeighbourFactory Factory { get; init; }

    [Inject] public required ApiKeyStore Store { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required ApiAccount Account { get; set; }

    /// <summary>The request that tested the key; null where none was sent.</summary>
    [Parameter] public RequestEntry? Test { get; set; }

    // Nothing is offered that would not be sent.
    private List<ResourceRequest> Next => [.. Questions.Where(question => _reader is { } reader && reader.Offers(question.Endpoint) && !reader.IsRefused(question.Endpoint))];

    private NeighbourAnswer[] Answers => [_organization!, _balance!];

    private string Words => Join(
        _owner!.OrganizationId is { } organization ? $"Organisation {VisibleText.Word(organization)}" : Unknown,
        _owner.Email is { } email ? VisibleText.Word(email) : null,
        BalanceWords,
        $"as of {Instants.SecondsWithZone(Answers.Min(answer => answer.At))}",
        NeighbourText.InVain(Answers, Instants));

    private string Unknown => _organization is { State: NeighbourState.RateLimited or NeighbourState.Failed }
        ? "Telnyx did not answer whose key this is, which says nothing of the key"
        : "Telnyx does not say whose key this is, which says nothing of the key";

    private string? BalanceWords => (_owner, _balance) switch
    {
        (_, { State: NeighbourState.NotPermitted }) => "balance not permitted with this key",
        ({ Balance: null }, { State: NeighbourState.Answered }) or (_, { State: not NeighbourState.Answered }) => "balance not known",
        ({ Balance: { } left }, _) when Pseudonyms.IsStandIn(left) => "balance hidden",
        ({ Balance: { } left, Currency: var currency }, _) =>
            $"balance {VisibleText.Word(left)} {VisibleText.Word(currency ?? "")}".TrimEnd() + (IsSpent ? ", nothing left: outbound calls are refused" : null),
        _ => null,
    };

    private bool IsSpent => decimal.TryParse(_owner?.Available ?? _owner?.Balance, NumberStyles.Float, CultureInfo.InvariantCulture, out var left) && left <= 0;

    public void Dispose() => Privacy.Changed -= HandlePrivacy;

    protected override void OnInitialized()
    {
        _reader = Factory.Open(Account) is { } reader && reader.Offers(Accounts.OwnerEndpoint) ? reader : null;
        Privacy.Changed += HandlePrivacy;
    }

    protected override Task OnInitializedAsync() => AskAsync();

    private async Task AskAsync()
    {
        if (_reader is not { } reader || _isAsking)
            return;
        _isAsking = true;
        await Audit.OwnerAskedAsync();
        await reader.AskAsync(Accounts.Owner, Purpose, CancellationToken.None);
        await reader.AskAsync(Accounts.Balance, Purpose, CancellationToken.None);
        (_organization, _balance) = (reader.Known(Accounts.Owner), reader.Known(Accounts.Balance));
        _isAsking = false;
        See();
        if (_organization is { State: NeighbourState.Answered, Records: [var record, ..] } && KeyOwner.Read(record, default).OrganizationId is { } organization)
            await Store.NoteOrganizationAsync(Account, organization);
    }

    private void HandlePrivacy(object? sender, EventArgs change) => Render(See);

    private void See() => _owner = (_organization, _balance) is ({ } organization, { } balance) ? KeyOwner.Read(Seen(organization), Seen(balance)) : null;

    private ReadOnlyMemory<byte> Seen(NeighbourAnswer answer) => answer.Records is not [var record, ..] ? default
        : Privacy.IsOn ? Privacy.Masked(record, Account.Key) : record;

    private static string Join(params string?[] parts) => string.Join(" · ", parts.OfType<string>());
}
