namespace CallEventsDashboard.Sandbox;

/// <summary>The order of the rows, which the API does not document.</summary>
public enum ServiceOrder
{
    Ascending,
    Descending,
}
