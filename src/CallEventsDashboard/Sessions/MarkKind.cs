namespace CallEventsDashboard.Sessions;

/// <summary>The kind of a record between your application and Telnyx.</summary>
public enum MarkKind
{
    /// <summary>Your application asked Telnyx for something.</summary>
    Command,

    /// <summary>Telnyx notified your application of what happened.</summary>
    Webhook,

    /// <summary>A step that Telnyx logs of its own (<c>stream_start</c>, <c>SPEAK_STARTED</c>, <c>instructions.fetch</c>), or a record of a type that is not known.</summary>
    Step,
}
