using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/connections</c> and <c>GET /v2/call_control_applications</c>: the first has only what is no Call Control application.</summary>
internal static class ConnectionsResource
{
    public const string Name = "connections";
    public const string ApplicationsName = "call_control_applications";

    private const string CallControl = "call_control";
    private const int DefaultSize = 250;
    private const int DefaultApplications = 20;

    public static ResourceReply List(string query) => List(query, connection => connection.Product != CallControl, DefaultSize, (json, connection) =>
    {
        json.WriteString("connection_name", connection.ApplicationName);
        json.WriteString("record_type", connection.Product == "fax" ? "fax_application" : "texml_application");
        Common(json, connection);
    });

    public static ResourceReply ListApplications(string query) => List(query, connection => connection.Product == CallControl, DefaultApplications, (json, connection) =>
    {
        json.WriteString("application_name", connection.ApplicationName);
        json.WriteString("record_type", "call_control_application");
        json.WriteNumber("webhook_timeout_secs", 5);
        json.WriteBoolean("call_cost_in_webhooks", true);
        Common(json, connection);
    });

    private static void Common(Utf8JsonWriter json, Connection connection)
    {
        json.WriteString("id", connection.Id);
        json.WriteBoolean("active", true);
        json.WriteString("webhook_event_url", connection.WebhookUrl);
        json.WriteString("webhook_event_failover_url", connection.FailoverUrl);
        json.WriteString("webhook_api_version", connection.Product == "texml" ? "1" : "2");
        json.WriteString("outbound_voice_profile_id", connection.OutboundVoiceProfileId);
    }

    private static ResourceReply List(string query, Func<Connection, bool> isListed, int size, Action<Utf8JsonWriter, Connection> write)
    {
        var (page, errors) = (PageArguments.Default with { Size = size }, new List<ApiError>());
        foreach (var (name, value) in QueryPairs.Read(query))
            page = page.With(name, value, errors);
        return errors.Count > 0 ? ResourceReply.Refuse(errors[0]) : ResourceReply.List([.. Account.Connections.Where(isListed)], page, write);
    }
}
