namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>One line of the tree: a node, or the offer to show more of a branch's children or of the tree.</summary>
public readonly record struct TreeLine(TreeNode Node, TreeLineKind Kind);
