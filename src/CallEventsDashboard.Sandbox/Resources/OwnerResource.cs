using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/whoami</c> and <c>GET /v2/balance</c>: one organisation for each seed.</summary>
internal static class OwnerResource
{
    public const string Name = "whoami";
    public const string BalanceName = "balance";

    public static ResourceReply Owner(SandboxOptions options) => ResourceReply.Object(json =>
    {
        json.WriteStartObject("data");
        json.WriteString("organization_id", Ids.Random(new Rng(Rng.Mix((ulong)options.Seed ^ 0x0A6))));
        json.WriteString("user_email", "operations@example.test");
        json.WriteEndObject();
    });

    public static ResourceReply Balance(IReadOnlySet<ResourceTrap> traps) => traps.Contains(ResourceTrap.NoBalance) ? ResourceReply.Refuse(ApiError.Forbidden) : ResourceReply.Object(json =>
    {
        json.WriteStartObject("data");
        json.WriteString("record_type", "balance");
        json.WriteString("balance", "312.40");
        json.WriteString("credit_limit", "0.00");
        json.WriteString("available_credit", "312.40");
        json.WriteString("pending", "1.20");
        json.WriteString("currency", "USD");
        json.WriteEndObject();
    });
}
