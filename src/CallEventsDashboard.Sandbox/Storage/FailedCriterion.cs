using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

internal sealed record FailedCriterion(string Key, bool Failed) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => row.Failed == Failed;
}
