namespace CallEventsDashboard.Sandbox;

/// <summary>The defects of bounds, as the command line has them, one argument for each: <c>exclusive</c>, <c>finer</c>, <c>refused</c>.</summary>
internal static class BoundsArgument
{
    private static readonly Dictionary<string, Func<ServiceBounds, ServiceBounds>> Known = new(StringComparer.Ordinal)
    {
        ["exclusive"] = bounds => bounds with { AreExclusive = true },
        ["finer"] = bounds => bounds with { AreFiner = true },
        ["refused"] = bounds => bounds with { AreRefused = true },
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    public static ServiceBounds Read(IEnumerable<string> arguments) => arguments.Aggregate(new ServiceBounds(), (bounds, argument) => Known[argument](bounds));
}
