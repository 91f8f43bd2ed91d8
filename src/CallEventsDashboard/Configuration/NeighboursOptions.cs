using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Neighbours</c>: which resources beside the log of call events may be asked, on demand but for names.</summary>
public sealed class NeighboursOptions : ISettings
{
    public static string Section => "Neighbours";

    /// <summary>Whether any of them may be asked.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The attempts to deliver a webhook, with what the endpoint answered.</summary>
    public bool WebhookDeliveries { get; set; } = true;

    /// <summary>The detail records of a session: who hung up and how, cost, quality.</summary>
    public bool SessionAnalysis { get; set; } = true;

    /// <summary>The names of connections, applications and outbound voice profiles, which are read once an hour with requests that are to spare.</summary>
    public bool Connections { get; set; } = true;

    /// <summary>Whether one call is up.</summary>
    public bool Calls { get; set; } = true;

    /// <summary>What was said in a session with an AI assistant, and how long each answer took.</summary>
    public bool Conversations { get; set; } = true;

    /// <summary>The recordings of a session, with links that are good for some minutes, and their transcripts.</summary>
    public bool Recordings { get; set; } = true;

    /// <summary>The call detail records of a range, where a list of one number or session is empty.</summary>
    public bool DetailRecords { get; set; } = true;

    /// <summary>The organisation of a key, and its balance.</summary>
    public bool Account { get; set; } = true;

    /// <param name="endpoint">A name of <see cref="Telnyx.Resources"/>.</param>
    public bool Allows(string endpoint) => Enabled && endpoint switch
    {
        Telnyx.Resources.WebhookDeliveries.Endpoint => WebhookDeliveries,
        SessionAnalyses.Endpoint => SessionAnalysis,
        Telnyx.Resources.Connections.Endpoint or CallControlApplications.Endpoint or TexmlApplications.Endpoint or FaxApplications.Endpoint or OutboundVoiceProfiles.Endpoint => Connections,
        Telnyx.Resources.Calls.Endpoint => Calls,
        Telnyx.Resources.DetailRecords.Endpoint => DetailRecords,
        Telnyx.Resources.Recordings.Endpoint or RecordingTranscriptions.Endpoint => Recordings,
        Telnyx.Resources.Conversations.Endpoint => Conversations,
        Accounts.OwnerEndpoint or Accounts.BalanceEndpoint => Account,
        _ => false,
    };
}
