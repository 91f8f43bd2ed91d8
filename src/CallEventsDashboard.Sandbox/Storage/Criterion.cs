using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>One condition on rows.</summary>
/// <param name="Key">Equal keys, equal conditions.</param>
internal abstract record Criterion(string Key)
{
    public abstract bool Matches(in EventRow row);
}

/// <summary>A condition that all rows of a leg meet or none.</summary>
internal sealed record LegCriterion(string Key, Func<Leg, bool> OfLeg) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => OfLeg(row.Leg);
}

internal sealed record RowCriterion(string Key, Func<EventRow, bool> OfRow) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => OfRow(row);
}
