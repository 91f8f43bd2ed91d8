using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Components.SavedViews;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.SavedViews;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>Pages, filters and whatever is pasted, by typing.</summary>
public sealed partial class CommandPalette : IAsyncDisposable
{
    private const int Most = 40;

    private ComponentScript _script = null!;
    private DotNetObjectReference<CommandPalette>? _self;
    private ElementReference _dialog;
    private IReadOnlyList<PaletteItem> _items = [];
    private string _text = "";

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required ViewStore Views { get; init; }

    [Inject] public required ZonePreference Zones { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required ApiKeyStore Keys { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The dialog was opened: what it offers is read anew.</summary>
    [JSInvokable]
    public Task OpenedAsync() => AnswerAsync(() =>
    {
        Type("");
        StateHasChanged();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        _self = DotNetObjectReference.Create(this);
        _script = new ComponentScript(Js, Work, "./Components/Keyboard/CommandPalette.razor.js");
    }

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("attach", _dialog, _self) : Task.CompletedTask;

    private InstantFormat Instants => Zones.Instants;

    // A key is neither searched for nor shown: what the palette leads to is an address.
    private bool IsKey => KeyFormat.HasKey(Wanted) && UuidText.Parse(Wanted) is null;

    private string Wanted => string.Concat(_text.EnumerateRunes().Select(rune => rune.ToString()).Where(PlainText.IsPlain)).Trim();

    private string? Said => IsKey ? "This looks like an API key. It is not searched for; save it on the page of API keys." : _items.Count == 0 ? null : CountText.Format(_items.Count, "entry", "entries");

    // The link itself leads to the list.
    private Task TakeAsync(PaletteItem item) => item.View is { } view ? Views.UseAsync(view) : Task.CompletedTask;

    private void Type(string? text)
    {
        _text = text ?? "";
        var place = PalettePlace.Read(Navigation.ToBaseRelativePath(Navigation.Uri));
        _items = [.. Find(place).Take(Most)];
    }

    private IEnumerable<PaletteItem> Find(PalettePlace place)
    {
        if (IsKey)
            return PaletteItems.OfPages(place).Where(item => item.Url == Urls.DashboardUrls.Keys);
        var wanted = Wanted;
        var known = PaletteItems.OfPages(place)
            .Concat(PaletteItems.OfViews(Views.Shelf, query => ViewText.Describe(query, Instants, Privacy, Keys.ActiveAccount?.Key)))
            .Concat(PaletteItems.OfSessions(Views.Shelf, Instants))
            .Concat(PaletteItems.OfFilters(place))
            .Where(item => item.Matches(wanted));
        if (wanted.Length == 0)
            return known;
        // What names something exactly comes first; a search through all texts is what is left.
        var texts = PaletteItems.OfText(place, wanted).ToList();
        return texts.Count > 1 ? [.. texts, .. known] : [.. known, .. texts];
    }
}
