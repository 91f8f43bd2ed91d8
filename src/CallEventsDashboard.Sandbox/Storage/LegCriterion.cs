using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>A condition that all rows of a leg meet or none.</summary>
internal sealed record LegCriterion(string Key, Func<Leg, bool> OfLeg) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => OfLeg(row.Leg);
}
