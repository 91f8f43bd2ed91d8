using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Filters;

/// <summary>
/// Searches while a person types, once they pause; Enter searches at once and can be gone back from. A text that names something exactly, a number, an ID or
/// an event, is offered as that query instead, which Enter takes: Telnyx answers it whole, and nothing is looked through before.
/// </summary>
public sealed partial class SearchField : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private ElementReference _form;
    private ComponentScript _script = null!;
    private ITimer? _timer;
    private string? _searched;
    private string _text = "";
    private bool _isMasked;
    private bool _isHidden;
    private IReadOnlyList<SearchOffer> _offers = [];

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter, EditorRequired] public required EventCallback<QueryChange> OnChange { get; set; }

    public ValueTask DisposeAsync()
    {
        StopTimer();
        return _script.DisposeAsync();
    }

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Filters/SearchField.razor.js");

    protected override void OnParametersSet()
    {
        if (_isMasked != Privacy.IsOn)
        {
            _isMasked = Privacy.IsOn;
            StopTimer();
            Show(Query.Search);
        }

        if (Query.Search == _searched)
            return;
        _searched = Query.Search;

        // What was searched for may come back while more is being typed.
        if (_timer is null && _searched != Wanted)
            Show(_searched);
    }

    // While the page is masked, only what is typed since is seen here; a badge represents the search.
    private void Show(string? search) => (_text, _isHidden) = _isMasked && search is not null ? ("", true) : (search ?? "", false);

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.OpenAsync("attach", _form) : Task.CompletedTask;

    // Numbers that are copied from a contact list come with marks of the writing direction.
    private string? Wanted => string.Concat(_text.EnumerateRunes().Select(rune => rune.ToString()).Where(PlainText.IsPlain)).Trim() is { Length: > 0 } text ? text : null;

    private Task TypeAsync(string? text)
    {
        (_text, _isHidden) = (text ?? "", false);
        StopTimer();
        _offers = Wanted is { } wanted ? SearchOffer.Find(Query, wanted) : [];
        if (_offers.Count > 0)
            return Task.CompletedTask;
        if (_text.Length == 0)
            return SearchAsync(replace: true);
        _timer = StartTimer(Time, () => SearchAsync(replace: true), Pause, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private Task PushAsync() => _isHidden ? Task.CompletedTask : _offers is [var likeliest, ..] ? TakeAsync(likeliest) : SearchAsync(replace: false);

    private Task TakeAsync(SearchOffer offer)
    {
        (_offers, _searched, _text) = ([], offer.Query.Search, offer.Query.Search ?? "");
        return offer.Query == Query ? Task.CompletedTask : OnChange.InvokeAsync(new(offer.Query, Replace: false));
    }

    private Task SearchTextAsync()
    {
        _offers = [];
        return SearchAsync(replace: false);
    }

    private Task SearchAsync(bool replace)
    {
        StopTimer();
        return Wanted == Query.Search ? Task.CompletedTask : OnChange.InvokeAsync(new(Query with { Search = Wanted }, replace));
    }

    private void StopTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
