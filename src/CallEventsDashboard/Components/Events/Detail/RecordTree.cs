using System.Text.Json;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>What of a record is open, shown and found. It draws no more lines than <see cref="LinesStep"/> unless asked.</summary>
public sealed class RecordTree
{
    public const int LinesStep = 500;

    /// <summary>An object or array of so many children opens by itself, at depth 3 or above.</summary>
    public const int SmallBranch = 10;

    /// <summary>The payload is what the reader came for: it opens by itself at a larger size.</summary>
    public const int SmallPayload = 40;

    private const int OpenDepth = 3;

    private HashSet<TreeNode> _matched = [];

    private RecordTree(TreeNode root) => Root = root;

    public TreeNode Root { get; }

    /// <summary>How many lines of the tree are left out above, for the sake of a match far down.</summary>
    public int FirstLine { get; private set; }

    public int MaxLines { get; private set; } = LinesStep;

    /// <summary>What is searched for; empty for nothing.</summary>
    public string Sought { get; private set; } = "";

    /// <summary>The nodes whose key or value has the text, in the order of the JSON.</summary>
    public IReadOnlyList<TreeNode> Matches { get; private set; } = [];

    /// <summary>The match that the reader looks at: an index of <see cref="Matches"/>.</summary>
    public int Current { get; private set; }

    public TreeNode? CurrentMatch => Matches.Count == 0 ? null : Matches[Current];

    public static RecordTree Create(JsonElement record)
    {
        var tree = new RecordTree(TreeNode.Record(record));
        OpenSmall(tree.Root);
        return tree;
    }

    public IReadOnlyList<TreeLine> Lines()
    {
        var lines = Under(Root).Skip(FirstLine).Take(MaxLines + 1).ToList();
        if (lines.Count == 0 && FirstLine > 0)
        {
            // What was shown has been closed.
            FirstLine = 0;
            return Lines();
        }

        if (lines.Count > MaxLines)
            lines[MaxLines] = new TreeLine(Root, TreeLineKind.LaterLines);
        if (FirstLine > 0)
            lines.Insert(0, new TreeLine(Root, TreeLineKind.EarlierLines));
        return lines;
    }

    /// <summary>Takes up the offer of a line that is no value.</summary>
    public void ShowMore(TreeLine line)
    {
        switch (line.Kind)
        {
            case TreeLineKind.MoreChildren:
                line.Node.Shown += TreeNode.ChildrenStep;
                break;
            case TreeLineKind.EarlierLines:
                var earlier = Math.Min(FirstLine, LinesStep);
                FirstLine -= earlier;
                MaxLines += earlier;
                break;
            case TreeLineKind.LaterLines:
                MaxLines += LinesStep;
                break;
            default:
                break;
        }
    }

    public void OpenAll()
    {
        foreach (var node in Root.Walk())
            node.IsOpen = true;
    }

    public void CloseAll()
    {
        (FirstLine, MaxLines) = (0, LinesStep);
        foreach (var node in Root.Walk())
        {
            node.IsOpen = node.Parent is null;
            node.Shown = TreeNode.ChildrenStep;
        }
    }

    public void Find(string? text)
    {
        Sought = text ?? "";
        Matches = Sought.Length == 0 ? [] : [.. Root.Walk().Skip(1).Where(IsMatch)];
        _matched = [.. Matches];
        Current = 0;
        ShowCurrent();
    }

    public bool IsMatched(TreeNode node) => _matched.Contains(node);

    /// <summary>Goes <paramref name="by"/> matches on, round the end.</summary>
    public void Step(int by)
    {
        if (Matches.Count == 0)
            return;
        Current = (Current + by % Matches.Count + Matches.Count) % Matches.Count;
        ShowCurrent();
    }

    private static void OpenSmall(TreeNode node)
    {
        foreach (var child in node.Children.Take(TreeNode.ChildrenStep).Where(child => child.IsBranch))
        {
            child.IsOpen = child.ChildCount <= (child.Key == "payload" ? SmallPayload : SmallBranch);
            if (child.Depth + 1 < OpenDepth)
                OpenSmall(child);
        }
    }

    private static IEnumerable<TreeLine> Under(TreeNode branch)
    {
        foreach (var child in branch.Children.Take(branch.Shown))
        {
            yield return new TreeLine(child, TreeLineKind.Value);
            if (!child.IsOpen)
                continue;
            foreach (var line in Under(child))
                yield return line;
        }

        if (branch.ChildCount > branch.Shown)
            yield return new TreeLine(branch, TreeLineKind.MoreChildren);
    }

    private bool IsMatch(TreeNode node) =>
        (!node.Parent!.IsArray && node.Key.Contains(Sought, StringComparison.OrdinalIgnoreCase))
        || (ValueText.Format(node.Value) is { } text && text.Contains(Sought, StringComparison.OrdinalIgnoreCase));

    private void ShowCurrent()
    {
        if (CurrentMatch is not { } match)
            return;
        match.Reveal();
        match.IsWhole |= ValueText.IsLong(match.Value);
        var line = Under(Root).TakeWhile(at => at.Node != match).Count();
        if (line < FirstLine || line >= FirstLine + MaxLines)
            (FirstLine, MaxLines) = (Math.Max(0, line - (LinesStep / 2)), LinesStep);
    }
}
