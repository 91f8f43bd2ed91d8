namespace CallEventsDashboard.Sandbox;

/// <summary>A kind of call that an account can be asked to hold. On the command line with hyphens: <c>failed-transfer</c>.</summary>
public enum CallScenario
{
    /// <summary>A caller, a greeting, digits, a hang-up.</summary>
    Inbound,

    /// <summary>The application rejects the caller.</summary>
    Rejected,

    /// <summary>A call that the application dials and that is answered.</summary>
    Outbound,

    /// <summary>A call that the application dials and that reaches nobody.</summary>
    Unanswered,

    /// <summary>Two legs in one session, bridged.</summary>
    Transferred,

    /// <summary>The second leg is not answered.</summary>
    FailedTransfer,

    /// <summary>Two sessions, bridged.</summary>
    Bridged,

    /// <summary>A caller waits in a queue until an agent answers: two sessions.</summary>
    Queued,

    /// <summary>The caller hangs up in the queue.</summary>
    Abandoned,

    /// <summary>Two to five sessions, and records of the room that have neither leg nor session.</summary>
    Conference,

    /// <summary>A fax that arrives; without leg and session.</summary>
    Fax,

    FailedFax,

    Texml,

    Assistant,

    /// <summary>An inbound call each of whose webhooks arrives at its second attempt only.</summary>
    FailedDelivery,

    /// <summary>An inbound call with three commands that Telnyx refuses: one for its parameters, two that come after the caller has hung up, the first of them 120 ms after.</summary>
    RefusedCommands,

    /// <summary>An inbound call of which the application hears and to which it sends no command: the caller gives up after half a minute.</summary>
    Unattended,

    /// <summary>An inbound call that the application answers twice, 150 ms apart.</summary>
    RepeatedCommand,

    /// <summary>An inbound call with a command that Telnyx accepts 200 ms after the caller has hung up.</summary>
    LateCommand,

    /// <summary>A call that the application dials with detection of machines, whose result is never sent.</summary>
    LostDetection,

    /// <summary>An inbound call that was answered some three minutes before the start and is not over.</summary>
    UnderWay,

    /// <summary>An inbound call of six hours before the start, or of the beginning of a shorter span, whose hang-up was never recorded.</summary>
    LostHangup,

    /// <summary>An inbound call the first three webhooks of which arrive at their second attempt only.</summary>
    ThreeFailedDeliveries,

    /// <summary>A call that an AI assistant answers, without a webhook that names the conversation.</summary>
    UnnamedConversation,
}
