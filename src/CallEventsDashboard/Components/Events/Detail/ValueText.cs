using System.Text.Json;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>What the tree writes of a value.</summary>
public static class ValueText
{
    /// <summary>A longer text is clipped until the reader asks for all of it.</summary>
    public const int ClipAt = 160;

    /// <summary>What "show all" shows at most: a browser lays no more out in good time. Copying takes the whole.</summary>
    public const int ShowAtMost = 20_000;

    private const int MaxHint = 120;

    /// <summary>A scalar's text, without quotes; null for an object or array that has children.</summary>
    public static string? Format(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.StringOrSource(),
        JsonValueKind.Object => value.GetPropertyCount() == 0 ? "{ }" : null,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "[ ]" : null,
        _ => value.GetRawText(),
    };

    public static bool IsLong(JsonElement value) => value.ValueKind == JsonValueKind.String && value.StringOrSource().Length > ClipAt;

    /// <summary>A closed branch in a few words: its first keys, or how many items it has.</summary>
    public static string Summary(TreeNode branch)
    {
        const int Keys = 4;
        if (branch.IsArray)
            return FormattableString.Invariant($"[ {branch.ChildCount} {(branch.ChildCount == 1 ? "item" : "items")} ]");
        var keys = string.Join(", ", branch.Children.Take(Keys).Select(child => VisibleText.Line(child.Key, 40)));
        return branch.ChildCount > Keys ? $"{{ {keys}, … }}" : $"{{ {keys} }}";
    }

    /// <summary>What a value means, for those keys whose values don't say; null for the others.</summary>
    public static string? Hint(TreeNode node)
    {
        if (node.Value.Text() is not { } text)
            return null;
        return node.Key switch
        {
            "client_state" or "target_leg_client_state" => ClientState.Decode(text) is { } state and not { IsPerhapsPlain: true, Form: DecodedForm.Hex } ? VisibleText.Line(state.Text, MaxHint) : null,
            "sip_hangup_cause" or "sip_notify_response" => SipCodeText.Words(text),
            "hangup_cause" => HangupFields.Words(text, node.Parent?.Value.Text("hangup_source")),
            _ => null,
        };
    }
}
