using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

internal sealed record KindCriterion(string Key, Func<EventKind, bool> OfKind) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => OfKind(row.Kind);
}
