using CallEventsDashboard.Neighbours;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Shared;

/// <summary>A component that says what the page asked beside the log: it is drawn again with each request there.</summary>
public abstract class NeighbourFollower : GuardedComponent, IDisposable
{
    private NeighbourReader? _followed;

    /// <summary>What the page asks beside the log; null where that is turned off.</summary>
    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    public void Dispose()
    {
        Follow(null);
        GC.SuppressFinalize(this);
    }

    protected override void OnParametersSet() => Follow(Neighbours);

    private void Follow(NeighbourReader? reader)
    {
        if (_followed is not null)
            _followed.Changed -= HandleChanged;
        _followed = reader;
        if (_followed is not null)
            _followed.Changed += HandleChanged;
    }

    private void HandleChanged() => Render(() => { });
}
