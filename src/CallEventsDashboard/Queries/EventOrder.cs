namespace CallEventsDashboard.Queries;

public enum EventOrder
{
    Newest,
    Oldest,
}
