using CallEventsDashboard.Auditing;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Filters;

/// <summary>An ID that has a name at Telnyx: typed, or chosen by its name. A name that is typed in full becomes its ID.</summary>
public sealed partial class NamedIdField
{
    private const int MostNames = 100;
    private const int MostShown = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private Dictionary<string, (string Name, string? Kind)> _entries = [];
    private ConnectionBook? _read;
    private TaskCompletionSource? _profiles;

    [CascadingParameter] public FilterPanel? Panel { get; set; }

    /// <summary>The names as they may be seen; null where none are read.</summary>
    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Inject] public required AuditLog Audit { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required FilterParameter Parameter { get; set; }

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Text { get; set; }

    [Parameter, EditorRequired] public required EventCallback<string> OnText { get; set; }

    [Parameter] public string? Error { get; set; }

    [Parameter] public string? ErrorId { get; set; }

    /// <summary>What was chosen by name, else why there is nothing to choose from, else of the filter itself.</summary>
    private string? Words
    {
        get
        {
            var chosen = ValueList.Split(Text).Select(id => _entries.GetValueOrDefault(id.Trim()).Name).OfType<string>().Take(MostShown).ToList();
            return chosen.Count > 0 ? VisibleText.Line(string.Join(", ", chosen), 200)
                : string.Join(' ', new[] { IdNames.Missing(Names, Parameter), Parameter.Help }.OfType<string>()) is { Length: > 0 } words ? words : null;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (Parameter != FilterCatalogue.OutboundVoiceProfileId || Text.Length == 0 || Names is not { State: not null, ProfileState: null } names)
            return;
        await Audit.NamesAskedAsync();
        names.WantProfiles();
    }

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_read, Names))
            return;
        _read = Names;
        if (Names is { ProfileState: not null })
            _profiles?.TrySetResult();
        _entries = Names is null ? [] : IdNames.All(Names, Parameter).ToDictionary(entry => entry.Id, entry => (entry.Name, entry.Kind), StringComparer.Ordinal);
    }

    private async Task<IEnumerable<string>> SuggestAsync(string? typed, CancellationToken cancellationToken)
    {
        if (Parameter == FilterCatalogue.OutboundVoiceProfileId && Names is { State: not null, ProfileState: null })
            await ReadProfilesAsync(Names, cancellationToken);
        var (before, text) = Parts(typed);
        // With what is chosen in the field already, all others are of interest.
        var isChosen = _entries.ContainsKey(text);
        var found = _entries.Where(entry => isChosen || entry.Key.Contains(text, StringComparison.Ordinal) || entry.Value.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Key == text ? 0 : 1).ThenBy(entry => entry.Value.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(entry => entry.Value.Name, StringComparer.OrdinalIgnoreCase).Take(MostNames).Select(entry => entry.Key);
        return [.. before.Length == 0 ? found : found.Select(id => $"{before} {id}")];
    }

    // They are read for who wants to choose one; the list opens once they are there.
    private async Task ReadProfilesAsync(ConnectionBook names, CancellationToken cancellationToken)
    {
        if (_profiles is null)
        {
            _profiles = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await Audit.NamesAskedAsync();
        }

        names.WantProfiles();
        try
        {
            await _profiles.Task.WaitAsync(LongestWait, Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It opens without them, and has them the next time.
        }
    }

    private void HandleOpen(bool isOpen) => Panel?.NoteList(isOpen);

    private Task UseNameAsync()
    {
        var (before, text) = Parts(Text);
        return text.Length > 0 && !_entries.ContainsKey(text) && _entries.Where(entry => entry.Value.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Key).ToList() is [var only]
            ? OnText.InvokeAsync(before.Length == 0 ? only : $"{before} {only}") : Task.CompletedTask;
    }

    // Behind IDs that were typed before it, a suggestion is the last one of a list.
    private static (string Before, string Text) Parts(string? typed)
    {
        var comma = typed?.LastIndexOf(',') + 1 ?? 0;
        return (typed?[..comma].Trim() ?? "", typed?[comma..].Trim() ?? "");
    }

    private static string Last(string suggestion) => suggestion[(suggestion.LastIndexOf(' ') + 1)..];
}
