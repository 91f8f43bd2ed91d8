namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/whoami</c> and <c>GET /v2/balance</c>: whose key it is. The first is not documented: any answer but a good one says nothing of the key.</summary>
public static class Accounts
{
    public const string OwnerEndpoint = "whoami";
    public const string BalanceEndpoint = "balance";

    public static ResourceRequest Owner { get; } = new(OwnerEndpoint, OwnerEndpoint, "");

    public static ResourceRequest Balance { get; } = new(BalanceEndpoint, BalanceEndpoint, "");
}
