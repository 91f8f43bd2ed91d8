namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>A connection, or the application behind one, by the ID that events carry.</summary>
public sealed record NamedConnection
{
    /// <summary>A decimal text of up to 19 digits.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Such as <c>ip_connection</c> or <c>call_control_application</c>.</summary>
    public string? Kind { get; init; }

    public bool? IsActive { get; init; }

    /// <summary>Where its webhooks go.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>Where a webhook goes that could not be delivered there.</summary>
    public string? FailoverUrl { get; init; }

    /// <summary>How many seconds Telnyx waits for the answer to a webhook.</summary>
    public string? TimeoutSeconds { get; init; }

    /// <summary><c>1</c> or <c>2</c>: in the first, names of events are written with underscores.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The ID of the profile by which its calls go out.</summary>
    public string? OutboundProfileId { get; init; }

    /// <returns>Null for a record without an ID or a name.</returns>
    public static NamedConnection? Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        if (json.Text("id") is not { } id || json.Text("connection_name", "application_name", "friendly_name", "name") is not { } name)
            return null;
        return new NamedConnection
        {
            Id = id,
            Name = name,
            Kind = json.Text("record_type"),
            IsActive = json.Field("active").Boolean(),
            WebhookUrl = json.Text("webhook_event_url", "voice_url"),
            FailoverUrl = json.Text("webhook_event_failover_url", "voice_fallback_url"),
            TimeoutSeconds = json.Text("webhook_timeout_secs"),
            ApiVersion = json.Text("webhook_api_version"),
            OutboundProfileId = json.Text("outbound_voice_profile_id") ?? json.Field("outbound").Text("outbound_voice_profile_id"),
        };
    }
}
