using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The name of an event or a command: any text, with the known names as suggestions, grouped by family.</summary>
public sealed partial class EventNameField : IDisposable
{
    private static readonly OrderedDictionary<string, CatalogueEntry> Entries =
        new(EventCatalogue.All.DistinctBy(entry => entry.Name).Select(entry => KeyValuePair.Create(entry.Name, entry)), StringComparer.Ordinal);

    private readonly MenuCounts _counts = new();
    private HashSet<string> _firstOfFamily = [];
    private List<string> _suggested = [];
    private bool _isOpen;

    [CascadingParameter]
    public FilterPanel? Panel { get; set; }

    /// <summary>The list that is shown, which counts its events at each name.</summary>
    [CascadingParameter]
    public CallEventFeed? Feed { get; set; }

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

    public void Dispose() => _counts.Dispose();

    private Task<IEnumerable<string>> SuggestAsync(string? typed, CancellationToken cancellationToken)
    {
        var comma = typed?.LastIndexOf(',') + 1 ?? 0;
        var (before, text) = (typed?[..comma].Trim() ?? "", typed?[comma..].Trim() ?? "");
        var found = Entries.Values.Where(entry => entry.Name.Contains(text, StringComparison.OrdinalIgnoreCase));
        var families = found.GroupBy(entry => entry.Family).OrderBy(family => family.Key).ToList();
        _firstOfFamily = [.. families.Select(family => family.First().Name)];
        var names = families.SelectMany(family => family).Select(entry => entry.Name);
        // Enter takes the first suggestion: a name that was typed in full must not turn into a longer one.
        _suggested = [.. names.OrderBy(name => name == text ? 0 : 1)];
        if (_isOpen)
            Count();
        return Task.FromResult(before.Length == 0 ? _suggested.AsEnumerable() : _suggested.Select(name => $"{before} {name}"));
    }

    private static string Last(string suggestion) => suggestion[(suggestion.LastIndexOf(' ') + 1)..];

    private void HandleOpen(bool isOpen)
    {
        Panel?.NoteList(isOpen);
        _isOpen = isOpen;
        if (isOpen)
            Count();
        else
            _counts.Stop();
    }

    private void Count() => Begin(() => _counts.AskAsync(Feed, FilterCatalogue.EventName, _suggested));

    private bool IsFirstOfFamily(string name) => _firstOfFamily.Contains(name);
}
