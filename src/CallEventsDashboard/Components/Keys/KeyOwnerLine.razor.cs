using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Keys;

/// <summary>The organisation behind a key that works, and its balance where the key may read it. That Telnyx does not say says nothing of the key.</summary>
public sealed partial class KeyOwnerLine
{
    private const string Purpose = "account";

    private NeighbourReader? _reader;
    private KeyOwner? _owner;
    private string? _words;
    private bool _isAsking;

    [Inject] public required NeighbourFactory Factory { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required ApiAccount Account { get; set; }

    protected override void OnInitialized() => _reader = Factory.Open(Account) is { } reader && reader.Offers(Accounts.OwnerEndpoint) ? reader : null;

    private async Task AskAsync()
    {
        if (_reader is not { } reader)
            return;
        _isAsking = true;
        await Audit.OwnerAskedAsync();
        var (owner, balance) = (await reader.AskAsync(Accounts.Owner, Purpose, CancellationToken.None), await reader.AskAsync(Accounts.Balance, Purpose, CancellationToken.None));
        _owner = KeyOwner.Read(First(owner), First(balance));
        (_words, _isAsking) = (Words(_owner, balance.State), false);
    }

    private static ReadOnlyMemory<byte> First(NeighbourAnswer answer) => answer.Records.Count > 0 ? answer.Records[0] : default;

    private string Words(KeyOwner owner, NeighbourState balance) => string.Join(" · ", new[]
    {
        owner.OrganizationId is { } organization ? $"Organisation {VisibleText.Word(organization)}" : "Telnyx does not say whose key this is, which says nothing of the key",
        owner.Email is { } email ? VisibleText.Word(Privacy.Value("from", email, Account.Key)) : null,
        owner.Balance is { } left ? $"balance {VisibleText.Word(left)} {VisibleText.Word(owner.Currency ?? "")}".TrimEnd()
            : balance is NeighbourState.NotPermitted ? "balance not permitted with this key" : null,
    }.OfType<string>());
}
