namespace CallEventsDashboard.Telnyx;

/// <summary>Which page to ask for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">1 to 250.</param>
public readonly record struct PageRequest(int Number, int Size)
{
    public const int MaxSize = 250;

    /// <summary>The smallest page, for counting and for trying a key.</summary>
    public static PageRequest Smallest { get; } = new(1, 1);
}
