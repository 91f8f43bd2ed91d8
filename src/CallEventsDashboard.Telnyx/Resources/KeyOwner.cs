namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>The organisation and the person that a key belongs to, and what the account has left. What an answer lacks is null.</summary>
/// <param name="Balance">A decimal number as it was sent.</param>
/// <param name="Available">What calls may still cost, with the credit of the account: a decimal number as it was sent.</param>
public sealed record KeyOwner(string? OrganizationId, string? Email, string? Balance, string? Available, string? Currency)
{
    /// <param name="owner">The record of <see cref="Accounts.Owner"/>; empty where there is none.</param>
    /// <param name="balance">That of <see cref="Accounts.Balance"/>; empty where there is none.</param>
    public static KeyOwner Read(ReadOnlyMemory<byte> owner, ReadOnlyMemory<byte> balance)
    {
        var (who, account) = (LooseJson.Parse(owner.Span), LooseJson.Parse(balance.Span));
        return new KeyOwner(who.Text("organization_id"), who.Text("user_email", "email"), account.Text("balance"), account.Text("available_credit"), account.Text("currency"));
    }
}
