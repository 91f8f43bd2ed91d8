using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>A value of the record in the tree, with what the reader has done to it. Children are made when first asked for.</summary>
public sealed partial class TreeNode
{
    /// <summary>How many children are shown at first, and added by each "show more".</summary>
    public const int ChildrenStep = 100;

    // Deep in a record with long keys, paths would be far more text than the record.
    private const int LongestPath = 1000;

    private readonly int _pathLength;
    private IReadOnlyList<TreeNode>? _children;
    private int? _keyWidth;

    private TreeNode(TreeNode? parent, string key, int index, JsonElement value)
    {
        Parent = parent;
        Key = key;
        Index = index;
        Value = value;
        _pathLength = parent is null ? 0 : parent._pathLength + key.Length + 1;
        Depth = parent is null ? -1 : parent.Depth + 1;
        ChildCount = value.ValueKind switch
        {
            JsonValueKind.Object => value.GetPropertyCount(),
            JsonValueKind.Array => value.GetArrayLength(),
            _ => 0,
        };
    }

    public TreeNode? Parent { get; }

    /// <summary>The property's name, or the index in its array as text.</summary>
    public string Key { get; }

    /// <summary>The place among its siblings, from 0.</summary>
    public int Index { get; }

    /// <summary>0 for the members of the record itself; -1 for the record.</summary>
    public int Depth { get; }

    public JsonElement Value { get; }

    public int ChildCount { get; }

    public bool IsArray => Value.ValueKind == JsonValueKind.Array;

    public bool IsBranch => ChildCount > 0;

    public bool IsOpen { get; set; }

    /// <summary>Whether a long text is shown whole.</summary>
    public bool IsWhole { get; set; }

    /// <summary>How many children an open branch shows.</summary>
    public int Shown { get; set; } = ChildrenStep;

    /// <summary>The column that the children's keys need, in characters, so that their values are aligned.</summary>
    public int KeyWidth
    {
        get
        {
            const int Widest = 16;
            return _keyWidth ??= Children.Take(ChildrenStep).Select(child => Math.Min(child.Key.Length, Widest)).DefaultIfEmpty().Max();
        }
    }

    public IReadOnlyList<TreeNode> Children => _children ??= [.. MakeChildren()];

    /// <summary>How it is reached from the record: <c>metadata.event.payload.tags[0]</c>; null where that would be too long for anyone.</summary>
    public string? Path => _pathLength > LongestPath ? null : string.Concat(Lineage().Select(Step));

    /// <summary>The keys and indices from the record to here, as JSON; null where <see cref="Path"/> is.</summary>
    public string? Steps => _pathLength > LongestPath ? null : JsonSerializer.Serialize(Lineage().Select(node => node.Parent!.IsArray ? (object)node.Index : node.Key));

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Identifier { get; }

    public static TreeNode Record(JsonElement record) => new(null, "", 0, record) { IsOpen = true };

    /// <summary>This node and everything in it, in the order of the JSON.</summary>
    public IEnumerable<TreeNode> Walk()
    {
        var ahead = new Stack<TreeNode>([this]);
        while (ahead.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--)
                ahead.Push(node.Children[i]);
        }
    }

    /// <summary>Opens what hides this node.</summary>
    public void Reveal()
    {
        for (var node = this; node.Parent is { } parent; node = parent)
        {
            parent.IsOpen = true;
            parent.Shown = Math.Max(parent.Shown, (node.Index / ChildrenStep + 1) * ChildrenStep);
        }
    }

    private static string Step(TreeNode node) => node switch
    {
        { Parent.IsArray: true } => $"[{node.Key}]",
        _ when !Identifier.IsMatch(node.Key) => $"[{JsonSerializer.Serialize(node.Key)}]",
        { Depth: 0 } => node.Key,
        _ => $".{node.Key}",
    };

    private List<TreeNode> Lineage()
    {
        var nodes = new List<TreeNode>();
        for (var node = this; node.Parent is not null; node = node.Parent)
            nodes.Add(node);
        nodes.Reverse();
        return nodes;
    }

    private IEnumerable<TreeNode> MakeChildren() => Value.ValueKind switch
    {
        JsonValueKind.Object => Value.EnumerateObject().Select((property, index) => new TreeNode(this, property.NameOrSource(), index, property.Value)),
        JsonValueKind.Array => Value.EnumerateArray().Select((item, index) => new TreeNode(this, index.ToString(CultureInfo.InvariantCulture), index, item)),
        _ => [],
    };
}
