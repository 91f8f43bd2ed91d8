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

    /// <summary>How many seconds the application may take to its first command before Telnyx hangs up; null where it does not.</summary>
    public string? FirstCommandSeconds { get; init; }

    /// <summary>Where a TeXML application reports the progress of calls to.</summary>
    public string? StatusUrl { get; init; }

    /// <summary><c>1</c> or <c>2</c>: in the first, names of events are written with underscores.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>The ID of the profile by which its calls go out.</summary>
    public string? OutboundProfileId { get; init; }

    /// <summary>When the list was read that tells of it, of several the one that was read first; null where that is not known.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>What another list says of the same connection, with what only this one does.</summary>
    public NamedConnection With(NamedConnection other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other with
        {
            Kind = other.Kind ?? Kind,
            IsActive = other.IsActive ?? IsActive,
            WebhookUrl = other.WebhookUrl ?? WebhookUrl,
            FailoverUrl = other.FailoverUrl ?? FailoverUrl,
            TimeoutSeconds = other.TimeoutSeconds ?? TimeoutSeconds,
            FirstCommandSeconds = other.FirstCommandSeconds ?? FirstCommandSeconds,
            StatusUrl = other.StatusUrl ?? StatusUrl,
            ApiVersion = other.ApiVersion ?? ApiVersion,
            OutboundProfileId = other.OutboundProfileId ?? OutboundProfileId,
            ReadAt = ReadAt < other.ReadAt ? ReadAt : other.ReadAt,
        };
    }

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
            FirstCommandSeconds = json.Field("first_command_timeout").Boolean() is true ? json.Text("first_command_timeout_secs") : null,
            StatusUrl = json.Text("status_callback"),
            ApiVersion = json.Text("webhook_api_version"),
            OutboundProfileId = json.Text("outbound_voice_profile_id") ?? json.Field("outbound").Text("outbound_voice_profile_id"),
        };
    }
}
