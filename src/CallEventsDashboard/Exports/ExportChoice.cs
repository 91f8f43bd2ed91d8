using System.Collections.Frozen;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Exports;

/// <summary>What a person chose of an export.</summary>
/// <param name="IsMasked">Whether numbers, names and texts have stand-ins, as on a page in privacy mode.</param>
/// <param name="Instants">The zone in which times are written beside UTC.</param>
/// <param name="HidesUndecided">Whether rows are left out that do not show if they match.</param>
public sealed record ExportChoice(ExportFormat Format, bool IsMasked, InstantFormat Instants, bool HidesUndecided = false)
{
    /// <summary>The names of connections by their IDs, as far as they are known when the export begins: so the same range gives the same bytes.</summary>
    public IReadOnlyDictionary<string, string> ConnectionNames { get; init; } = FrozenDictionary<string, string>.Empty;
}
