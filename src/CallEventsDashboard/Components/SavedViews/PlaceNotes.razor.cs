using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CallEventsDashboard.Components.SavedViews;

/// <summary>Notes a list or a session once somebody has looked at it for a moment: what is typed on the way to a list is not looked at.</summary>
public sealed partial class PlaceNotes : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    private ITimer? _timer;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ViewStore Views { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    public void Dispose()
    {
        Navigation.LocationChanged -= HandleLocationChanged;
        _timer?.Dispose();
    }

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += HandleLocationChanged;
        Await();
    }

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => Await();

    private void Await()
    {
        _timer?.Dispose();
        _timer = StartTimer(Time, NoteAsync, Moment, Timeout.InfiniteTimeSpan);
    }

    private Task NoteAsync()
    {
        var relative = Navigation.ToBaseRelativePath(Navigation.Uri);
        if (DashboardUrls.IsEvents(relative) || DashboardUrls.IsSessions(relative))
            return Views.NoteAsync(new(DashboardUrls.IsSessions(relative), CallEventQueryString.Format(CallEventQueryString.Parse(new Uri(Navigation.Uri).Query).Query.List)));
        return DashboardUrls.SessionIn(relative) is { } id ? Views.NoteSessionAsync(id) : Task.CompletedTask;
    }
}
