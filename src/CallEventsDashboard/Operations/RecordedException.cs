namespace CallEventsDashboard.Operations;

/// <summary>Stands for an exception that the log has already. Its message is safe to log and to show.</summary>
public sealed class RecordedException(string errorId) : Exception($"The log has this as error {errorId}.")
{
    public string ErrorId { get; } = errorId;
}
