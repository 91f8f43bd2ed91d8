using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.Decoding;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>A value of the record in the tree, with what the reader has done to it. Children are made when first asked for.</summary>
public sealed partial class TreeNode
{
    /// <summary>How many children are shown at first, and added by each "show more".</summary>
    public const int ChildrenStep = 100;

    private IReadOnlyList<TreeNode>? _children;
    private int? _keyWidth;

    private TreeNode(TreeNode? parent, string key, int index, JsonElement value)
    {
        Parent = parent;
        Key = key;
        Index = index;
        Value = value;
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

    /// <summary>0 for what stands in the record itself; -1 for the record.</summary>
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

    /// <summary>The column that the children's keys need, in characters, so that their values stand in line.</summary>
    public int KeyWidth
    {
        get
        {
            const int Widest = 16;
            return _keyWidth ??= Children.Take(ChildrenStep).Select(child => Math.Min(child.Key.Length, Widest)).DefaultIfEmpty().Max();
        }
    }

    public IReadOnlyList<TreeNode> Children => _children ??= [.. MakeChildren()];

    /// <summary>How it is reached from the record: <c>metadata.event.payload.tags[0]</c>.</summary>
    public string Path
    {
        get
        {
            if (Parent is null)
                return "";
            if (Parent.IsArray)
                return $"{Parent.Path}[{Key}]";
            if (!Identifier.IsMatch(Key))
                return $"{Parent.Path}[{JsonSerializer.Serialize(Key)}]";
            return Parent.Parent is null ? Key : $"{Parent.Path}.{Key}";
        }
    }

    /// <summary>The keys and indices from the record to here, as JSON.</summary>
    public string Steps => JsonSerializer.Serialize(Lineage().Select(node => node.Parent!.IsArray ? (object)node.Index : node.Key));

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Identifier { get; }

    public static TreeNode Record(JsonElement record) => new(null, "", 0, record) { IsOpen = true };

    /// <summary>This node and everything in it, in the order of the JSON.</summary>
    public IEnumerable<TreeNode> Walk()
    {
        yield return this;
        foreach (var descendant in Children.SelectMany(child => child.Walk()))
            yield return descendant;
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

    private IEnumerable<TreeNode> Lineage() => Parent is null ? [] : Parent.Lineage().Append(this);

    private IEnumerable<TreeNode> MakeChildren() => Value.ValueKind switch
    {
        JsonValueKind.Object => Value.EnumerateObject().Select((property, index) => new TreeNode(this, property.NameOrSource(), index, property.Value)),
        JsonValueKind.Array => Value.EnumerateArray().Select((item, index) => new TreeNode(this, index.ToString(CultureInfo.InvariantCulture), index, item)),
        _ => [],
    };
}
