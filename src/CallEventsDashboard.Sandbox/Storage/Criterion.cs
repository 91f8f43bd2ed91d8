using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>One condition on rows. Each kind reads one column only, so that even its first use over a million rows takes milliseconds.</summary>
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

internal sealed record NameCriterion(string Key, string Name) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => row.Name == Name;
}

internal sealed record KindCriterion(string Key, Func<EventKind, bool> OfKind) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => OfKind(row.Kind);
}

internal sealed record FailedCriterion(string Key, bool Failed) : Criterion(Key)
{
    public override bool Matches(in EventRow row) => row.Failed == Failed;
}
