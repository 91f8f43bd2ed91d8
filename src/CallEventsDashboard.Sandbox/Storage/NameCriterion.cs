using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

internal sealed record NameCriterion(string Key, string Name) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => row.Name == Name;
}
