using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Exports;

/// <summary>What a person chose of an export.</summary>
/// <param name="IsMasked">Whether numbers, names and texts have stand-ins, as on a page in privacy mode.</param>
/// <param name="Instants">The zone in which times are written beside UTC.</param>
/// <param name="HidesUndecided">Whether rows are left out that do not show if they match.</param>
public sealed record ExportChoice(ExportFormat Format, bool IsMasked, InstantFormat Instants, bool HidesUndecided = false)
{
    /// <summary>The name of a connection, not masked, by its ID and the product of the event that has it; null where it is not known when its row is written. Called on any thread.</summary>
    public Func<string, string?, string?>? ConnectionName { get; init; }
}
