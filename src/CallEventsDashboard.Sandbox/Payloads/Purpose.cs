namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>Which random details of a row are drawn: one sequence each, so that one does not depend on how much another draws.</summary>
internal static class Purpose
{
    public const ulong Shape = 1;
    public const ulong EventId = 2;
    public const ulong Webhook = 3;
    public const ulong Command = 4;
    public const ulong ClientState = 5;
    public const ulong Delivery = 6;
}
