namespace CallEventsDashboard.Auditing;

/// <summary>A place of its own for the lines of the audit, which no setting of the log can mute.</summary>
internal interface IAuditSink
{
    /// <summary>Does not throw: a line that can't be kept is in the log.</summary>
    void Write(AuditEntry entry);
}
