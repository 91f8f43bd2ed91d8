namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/calls/{call_control_id}</c>: whether a call is up. Telnyx knows a call until ten minutes after its end; then it answers 404 or 422.</summary>
public static class Calls
{
    public const string Endpoint = "calls";

    /// <summary>The code of a 422 that says that the call has already ended.</summary>
    public const string EndedCode = "90018";

    /// <param name="callControlId">As a record carries it.</param>
    public static ResourceRequest OfCall(string callControlId) => new(Endpoint, $"{Endpoint}/{Uri.EscapeDataString(callControlId)}", "");
}
