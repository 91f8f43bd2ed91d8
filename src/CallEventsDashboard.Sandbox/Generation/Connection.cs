namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>A connection of the account, with the application behind it.</summary>
internal sealed record Connection(string Id, string ApplicationName, string Product, string OutboundVoiceProfileId)
{
    /// <summary>Where the webhooks go.</summary>
    public required string WebhookUrl { get; init; }

    /// <summary>Where a webhook goes that could not be delivered there.</summary>
    public string FailoverUrl => WebhookUrl.Replace("//app.", "//failover.", StringComparison.Ordinal);
}
