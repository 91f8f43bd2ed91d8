using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>One value of the record, with what can be done with it.</summary>
public sealed partial class JsonTreeRow
{
    [Parameter, EditorRequired] public required TreeNode Node { get; set; }

    /// <summary>What is searched for, when this row has it.</summary>
    [Parameter] public string? Find { get; set; }

    [Parameter] public bool IsCurrent { get; set; }

    /// <summary>The row by which the keyboard enters the tree.</summary>
    [Parameter] public bool IsFirst { get; set; }

    [Parameter, EditorRequired] public required string JsonId { get; set; }

    /// <summary>The queries that filter by the value; null when the endpoint can't.</summary>
    [Parameter] public ValueQueries? ByValue { get; set; }

    [Parameter] public EventCallback OnChange { get; set; }

    [Parameter] public EventCallback<CallEventQuery> OnFilter { get; set; }

    private string Text => ValueText.Format(Node.Value) ?? "";

    private string Shown => VisibleText.Clip(Text, Node.IsWhole ? ValueText.ShowAtMost : ValueText.ClipAt);

    private bool IsClipped => Node.Value.ValueKind == JsonValueKind.String && Shown.Length < Text.Length;

    private string Length => Text.Length.ToString("N0", CultureInfo.InvariantCulture);

    private string? Quote => Node.Value.ValueKind == JsonValueKind.String ? "\"" : null;

    private string? Expanded => Node.IsBranch ? (Node.IsOpen ? "true" : "false") : null;

    private string RowClass => IsCurrent ? "row current" : "row";

    private string ValueClass => Node.Value.ValueKind switch
    {
        JsonValueKind.String => "value string",
        JsonValueKind.Number => "value number",
        JsonValueKind.True or JsonValueKind.False => "value boolean",
        _ => "value empty",
    };

    private Task ToggleAsync()
    {
        Node.IsOpen = !Node.IsOpen;
        return OnChange.InvokeAsync();
    }

    private Task ShowWholeAsync()
    {
        Node.IsWhole = true;
        return OnChange.InvokeAsync();
    }
}
