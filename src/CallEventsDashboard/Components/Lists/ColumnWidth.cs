namespace CallEventsDashboard.Components.Lists;

/// <summary>How wide a column is.</summary>
/// <param name="Least">In pixels.</param>
/// <param name="Share">Of the room that is left over, beside the shares of the other columns; 0 for none.</param>
public readonly record struct ColumnWidth(int Least, double Share = 0)
{
    /// <summary>As a track of a grid template.</summary>
    public override string ToString() => Share > 0 ? FormattableString.Invariant($"minmax({Least}px, {Share}fr)") : FormattableString.Invariant($"{Least}px");
}
