using CallEventsDashboard.Components.Events.Detail;
using CallEventsDashboard.Sessions.Comparison;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Compare;

/// <summary>Two records field by field, by their paths.</summary>
internal static class RecordComparison
{
    /// <summary>Of each record; further ones are left out.</summary>
    public const int MostFields = 2000;

    /// <returns>The fields of the first record in its order, those that only the second has behind the one that they follow there; and whether some were left out.</returns>
    public static (IReadOnlyList<ComparedFact> Fields, bool IsCut) Compare(CallEvent first, CallEvent second)
    {
        var (one, other) = (Fields(first), Fields(second));
        var (ofFirst, ofSecond) = (Index(one), Index(other));
        var paths = new LinkedList<string>(ofFirst.Keys);
        var nodes = new Dictionary<string, LinkedListNode<string>>(StringComparer.Ordinal);
        for (var node = paths.First; node is not null; node = node.Next)
            nodes[node.Value] = node;
        LinkedListNode<string>? before = null;
        foreach (var path in ofSecond.Keys)
        {
            if (!nodes.TryGetValue(path, out var node))
                nodes[path] = node = before is null ? paths.AddFirst(path) : paths.AddAfter(before, path);
            before = node;
        }

        return ([.. paths.Select(path => new ComparedFact(path, ofFirst.GetValueOrDefault(path), ofSecond.GetValueOrDefault(path)) { AlwaysDiffers = IsOfOneEvent(path) })], Math.Max(one.Count, other.Count) > MostFields);
    }

    /// <summary>At most one more than are compared.</summary>
    private static List<TreeNode> Fields(CallEvent callEvent) =>
        [.. TreeNode.Record(LooseJson.Parse(callEvent.Raw.Span)).Walk().Where(node => node is { Parent: not null, IsBranch: false, Path: not null }).Take(MostFields + 1)];

    // The connection is one's own choice, and so a difference.
    private static bool IsOfOneEvent(string path) => path[(path.LastIndexOf('.') + 1)..] is var name
        && (name is "id" or "occurred_at" or "event_timestamp" or "start_time" or "end_time"
            || (name.EndsWith("_id", StringComparison.Ordinal) && name is not ("connection_id" or "outbound_voice_profile_id" or "user_id" or "organization_id")));

    // Of members of one name, as a record may have them, the first is compared.
    private static OrderedDictionary<string, string> Index(List<TreeNode> fields)
    {
        var index = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Take(MostFields))
            index.TryAdd(field.Path!, ValueText.Format(field.Value) ?? "");
        return index;
    }
}
