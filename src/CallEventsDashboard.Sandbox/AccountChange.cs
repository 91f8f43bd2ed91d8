namespace CallEventsDashboard.Sandbox;

/// <summary>Something that happens to one row of the account.</summary>
public enum AccountChangeKind
{
    /// <summary>A row of the given age can be seen from now on.</summary>
    Appears,

    /// <summary>The oldest row that can be seen without an id is beyond the horizon from now on.</summary>
    Expires,

    /// <summary>The newest row that is at least of the given age is gone from now on.</summary>
    IsDeleted,
}

/// <summary>A change of the account between two given answers, so that a caller can't have seen it in the first and does see it in the second.</summary>
/// <param name="AfterAnswer">The number of the answer, from 1, after which it happens; answers to other requests than for a list of call events don't count.</param>
/// <param name="Age">From the row's time to the moment of the change.</param>
public sealed record AccountChange(int AfterAnswer, AccountChangeKind Kind, TimeSpan Age = default);
