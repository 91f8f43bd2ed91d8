using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Lists;

/// <summary>What a page shows of a feed: whose it is, and what the feed said last. Used on the page's own turn only, but for <c>changed</c>.</summary>
/// <param name="changed">Called on any thread when <see cref="Read"/> may have news.</param>
internal abstract class FeedState<TFeed>(Action changed) : IDisposable
    where TFeed : class, IFeed
{
    private bool _isVisible = true;

    public ApiAccount? Account { get; protected set; }

    /// <summary>Null while there is no account to read with, or nothing to read.</summary>
    public TFeed? Feed { get; private set; }

    public FeedStatus Status { get; protected set; } = new() { Coverage = Coverage.Reading };

    /// <summary>Whether it is being read again, to take its own place.</summary>
    public bool IsRenewing { get; protected set; }

    /// <summary>Whether somebody can see the page, so that it polls for newer events.</summary>
    public bool IsVisible
    {
        get => _isVisible;
        set
        {
            _isVisible = value;
            if (Feed is not null)
                Feed.IsWatching = value;
        }
    }

    /// <summary>Takes in what the feed says now.</summary>
    public abstract void Read();

    public void Dispose() => Close();

    /// <summary>Follows a feed from now on. The one before was closed.</summary>
    protected void Follow(TFeed feed)
    {
        Feed = feed;
        feed.IsWatching = _isVisible;
        feed.Changed += changed;
        Read();
    }

    protected virtual void Close()
    {
        if (Feed is not { } feed)
            return;
        feed.Changed -= changed;
        feed.Dispose();
        Feed = null;
    }
}
