using System.Collections.Frozen;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events.Filters;

/// <summary>The name of an event or a command: any text, with the known names as suggestions, grouped by family.</summary>
public sealed partial class EventNameField
{
    private static readonly FrozenDictionary<string, CatalogueEntry> Entries = EventCatalogue.All.DistinctBy(entry => entry.Name).ToFrozenDictionary(entry => entry.Name);

    private HashSet<string> _firstOfFamily = [];

    [CascadingParameter]
    public FilterPanel? Panel { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnText { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? ErrorId { get; set; }

    private Task<IEnumerable<string>> SuggestAsync(string? typed, CancellationToken cancellationToken)
    {
        var text = typed?.Trim() ?? "";
        // A name that is already whole asks for its neighbours, not for itself.
        var found = Entries.ContainsKey(text) ? EventCatalogue.All : EventCatalogue.All.Where(entry => entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase));
        var families = found.DistinctBy(entry => entry.Name).GroupBy(entry => entry.Family).OrderBy(family => family.Key).ToList();
        _firstOfFamily = [.. families.Select(family => family.First().Name)];
        return Task.FromResult(families.SelectMany(family => family).Select(entry => entry.Name));
    }

    private bool IsFirstOfFamily(string name) => _firstOfFamily.Contains(name);
}
