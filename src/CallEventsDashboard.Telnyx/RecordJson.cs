using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>How records are parsed, wherever one is: to a depth that everything which walks through a record can bear.</summary>
public static class RecordJson
{
    /// <summary>Objects and arrays within each other, the record itself included.</summary>
    public const int MaxDepth = 512;

    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>For what is only looked up by name: neither parsing nor looking up recurses.</summary>
    internal static JsonDocumentOptions AnyDepth { get; } = new() { MaxDepth = int.MaxValue };
}
