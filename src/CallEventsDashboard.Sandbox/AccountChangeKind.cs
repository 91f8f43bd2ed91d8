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
