namespace CallEventsDashboard.Components.Events.Detail;

public enum TreeLineKind
{
    Value,

    /// <summary>More children of <see cref="TreeLine.Node"/>.</summary>
    MoreChildren,

    /// <summary>More lines of the tree, above the first one.</summary>
    EarlierLines,

    /// <summary>More lines of the tree, below the last one.</summary>
    LaterLines,
}
