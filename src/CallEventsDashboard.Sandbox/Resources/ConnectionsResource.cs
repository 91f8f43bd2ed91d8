using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>
/// <c>GET /v2/connections</c>, the lists of applications by product, and <c>GET /v2/outbound_voice_profiles</c>. The first has what is no Call Control application, the
/// SIP trunk among them, or as a trap says.
/// </summary>
internal static class ConnectionsResource
{
    public const string Name = "connections";
    public const string CallControlName = "call_control_applications";
    public const string TexmlName = "texml_applications";
    public const string FaxName = "fax_applications";
    public const string ProfilesName = "outbound_voice_profiles";

    private const string CallControl = "call_control";
    private const int DefaultSize = 250;
    private const int DefaultApplications = 20;

    public static ResourceReply List(string query, IReadOnlySet<ResourceTrap> traps)
    {
        var (isMixed, isApart) = (traps.Contains(ResourceTrap.MixedConnections), traps.Contains(ResourceTrap.ApplicationsApart));
        var applications = Account.Connections.Where(connection => !isApart && (isMixed || connection.Product != CallControl));
        return List([.. applications, Account.Trunk], query, DefaultSize, (json, connection) =>
        {
            json.WriteString("connection_name", connection.ApplicationName);
            Common(json, connection);
            json.WriteString("outbound_voice_profile_id", connection.OutboundVoiceProfileId);
        });
    }

    public static ResourceReply ListCallControl(string query) => List(query, connection => connection.Product == CallControl, DefaultApplications, (json, connection) =>
    {
        json.WriteString("application_name", connection.ApplicationName);
        json.WriteNumber("webhook_timeout_secs", 5);
        json.WriteBoolean("first_command_timeout", true);
        json.WriteNumber("first_command_timeout_secs", 30);
        json.WriteBoolean("call_cost_in_webhooks", true);
        Common(json, connection);
        Outbound(json, connection);
    });

    public static ResourceReply ListTexml(string query) => List(query, connection => connection.Product == "texml", DefaultSize, (json, connection) =>
    {
        json.WriteString("record_type", KindOf(connection));
        json.WriteString("id", connection.Id);
        json.WriteBoolean("active", true);
        json.WriteString("friendly_name", connection.ApplicationName);
        json.WriteString("voice_url", connection.WebhookUrl);
        json.WriteString("voice_fallback_url", connection.FailoverUrl);
        json.WriteString("status_callback", connection.WebhookUrl.Replace("/hooks/", "/progress/", StringComparison.Ordinal));
        Outbound(json, connection);
    });

    public static ResourceReply ListFax(string query) => List(query, connection => connection.Product == "fax", DefaultApplications, (json, connection) =>
    {
        json.WriteString("application_name", connection.ApplicationName);
        json.WriteNumber("webhook_timeout_secs", 10);
        Common(json, connection);
        Outbound(json, connection);
    });

    public static ResourceReply ListProfiles(string query) => List(
        [.. Account.Connections.Select(connection => connection.OutboundVoiceProfileId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], query, DefaultApplications, (json, id) =>
        {
            json.WriteString("record_type", "outbound_voice_profile");
            json.WriteString("id", id);
            json.WriteString("name", Account.ProfileName(id));
            json.WriteBoolean("enabled", true);
            json.WriteNumber("concurrent_call_limit", 10);
            json.WriteStartArray("whitelisted_destinations");
            json.WriteStringValue("US");
            json.WriteStringValue("GB");
            json.WriteEndArray();
        });

    private static void Common(Utf8JsonWriter json, Connection connection)
    {
        json.WriteString("record_type", KindOf(connection));
        json.WriteString("id", connection.Id);
        json.WriteBoolean("active", true);
        json.WriteString("webhook_event_url", connection.WebhookUrl);
        json.WriteString("webhook_event_failover_url", connection.FailoverUrl);
        json.WriteString("webhook_api_version", connection.Product == "texml" ? "1" : "2");
    }

    private static void Outbound(Utf8JsonWriter json, Connection connection)
    {
        json.WriteStartObject("outbound");
        json.WriteString("outbound_voice_profile_id", connection.OutboundVoiceProfileId);
        json.WriteEndObject();
    }

    private static string KindOf(Connection connection) => connection == Account.Trunk ? $"{connection.Product}_connection" : $"{connection.Product}_application";

    private static ResourceReply List(string query, Func<Connection, bool> isListed, int size, Action<Utf8JsonWriter, Connection> write) =>
        List([.. Account.Connections.Where(isListed)], query, size, write);

    private static ResourceReply List<T>(IReadOnlyList<T> rows, string query, int size, Action<Utf8JsonWriter, T> write)
    {
        var (page, errors) = (PageArguments.Default with { Size = size }, new List<ApiError>());
        foreach (var (name, value) in QueryPairs.Read(query))
            page = page.With(name, value, errors);
        return errors.Count > 0 ? ResourceReply.Refuse(errors[0]) : ResourceReply.List(rows, page, write);
    }
}
