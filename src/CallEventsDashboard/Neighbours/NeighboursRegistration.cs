namespace CallEventsDashboard.Neighbours;

public static class NeighboursRegistration
{
    /// <summary>Adds what asks the resources beside the log. Needs the options, the clients and the feeds.</summary>
    public static IServiceCollection AddNeighbours(this IServiceCollection services) => services.AddSingleton<NeighbourFactory>();
}
