using CallEventsDashboard.Browser;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Volume;

/// <summary>The volume of a list. It counts once the list has been looked at for a moment, and only while it is shown.</summary>
public sealed partial class VolumeChart : IAsyncDisposable
{
    private const string Hidden = "hidden";
    private const string StoredName = "callevents.volume";

    // A list that is left at once is not counted.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5);

    private EventVolume _volume = new([], TimeSpan.Zero, null, VolumeState.Waiting, 0);
    private EventVolume _failed = new([], TimeSpan.Zero, null, VolumeState.Waiting, 0);
    private InstantFormat? _drawnIn;
    private string? _drawnLine;
    private bool _isShown;
    private bool _isLoaded;
    private bool _showsFailed;
    private bool _mayCount;
    private bool _isStale = true;
    private CallEventFeed? _counted;
    private ITimer? _timer;
    private ElementReference _section;
    private ComponentScript _script = null!;
    private DotNetObjectReference<VolumeChart>? _self;

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required BrowserStorage Storage { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    /// <summary>Called with the range of the bars that were chosen.</summary>
    [Parameter] public EventCallback<TimeRange> OnRange { get; set; }

    private IReadOnlyList<VolumeBar> Bars => VolumeBar.Create(_volume.Buckets, _showsFailed && _failed.Step == _volume.Step ? _failed.Buckets : [], Instants);

    private IReadOnlyList<(string Share, string Label)> Ticks => VolumeTicks.Create(_volume.Buckets, Instants);

    private VolumeText Text => new(_volume, _failed, _showsFailed, Status, Instants);

    private bool CanShowFailed => Query.Failed is null && _volume.Buckets.Count > 0;

    private string Word => _volume.State switch
    {
        VolumeState.NotOfThisList => "unavailable",
        VolumeState.TooFast => "too-fast",
        var state => state.ToString().ToLowerInvariant(),
    };

    /// <summary>Chooses the range of some bars.</summary>
    /// <param name="first">Of the oldest, from 0.</param>
    /// <param name="last">Of the newest, inclusive.</param>
    [JSInvokable]
    public Task ChooseAsync(int first, int last) => AnswerAsync(async () =>
    {
        if (first < 0 || last < first || last >= _volume.Buckets.Count || last - first + 1 == _volume.Buckets.Count)
            return;
        // An end that is that of the list stays as the list has it.
        var (lower, upper) = (Query.Range.Lower, Query.Range.Upper);
        if (Query.Range.Last is not null || first > 0)
            lower = new TimeBound(TimeComparison.AtOrAfter, _volume.Buckets[first].From);
        if (last < _volume.Buckets.Count - 1)
            upper = new TimeBound(TimeComparison.Before, _volume.Buckets[last].To);
        await OnRange.InvokeAsync(new TimeRange { Lower = lower, Upper = upper });
    });

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync();
        _self?.Dispose();
        await _script.DisposeAsync();
    }

    protected override void OnInitialized() => _script = new ComponentScript(Js, Work, "./Components/Volume/VolumeChart.razor.js");

    protected override void OnParametersSet()
    {
        if (_counted != Feed)
        {
            (_counted, _mayCount) = (Feed, false);
            _timer?.Dispose();
            _timer = StartTimer(Time, BeginAsync, Moment, Timeout.InfiniteTimeSpan);
        }

        Read();
    }

    // The list says often that it has changed, and seldom of this.
    protected override bool ShouldRender() => _isStale;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _isStale = false;
        if (!firstRender)
            return;
        _isShown = await Storage.ReadAsync(StoredName) != Hidden;
        (_isLoaded, _isStale) = (true, true);
        StateHasChanged();
        _self = DotNetObjectReference.Create(this);
        await _script.OpenAsync("watch", _section, _self);
    }

    private Task BeginAsync()
    {
        _mayCount = true;
        Read();
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void Read()
    {
        if (_mayCount && _isLoaded && _isShown)
        {
            // A list that is filtered here may have been read to its end meanwhile.
            if (Feed.Volume(VolumeSeries.All).State is VolumeState.Waiting or VolumeState.Costly)
                Feed.CountVolume(VolumeSeries.All);
            if (_showsFailed && Feed.Volume(VolumeSeries.All) is { State: VolumeState.Counted } all && Feed.Volume(VolumeSeries.Failed) is { State: VolumeState.Waiting or VolumeState.Counted } failed && failed.Step != all.Step)
                Feed.CountVolume(VolumeSeries.Failed, finer: true);
        }

        var (volume, ofThem) = (Feed.Volume(VolumeSeries.All), Feed.Volume(VolumeSeries.Failed));
        _isStale |= !ReferenceEquals(volume, _volume) || !ReferenceEquals(ofThem, _failed) || _drawnIn != Instants;
        (_volume, _failed, _drawnIn) = (volume, ofThem, Instants);
        _isStale |= Text.Line != _drawnLine;
        _drawnLine = Text.Line;
    }

    private void Count(VolumeSeries series, bool finer = false) => Feed.CountVolume(series, finer);

    private void ToggleFailed()
    {
        (_showsFailed, _isStale) = (!_showsFailed, true);
        if (_showsFailed && _failed.State is VolumeState.Failed or VolumeState.TooFast)
            Count(VolumeSeries.Failed);
        Read();
    }

    private async Task ToggleAsync()
    {
        (_isShown, _isStale) = (!_isShown, true);
        Read();
        await Storage.WriteAsync(StoredName, _isShown ? null : Hidden);
    }
}
