using System.Runtime.ExceptionServices;

namespace CallEventsDashboard.Feeds;

/// <summary>Counts the failures that nobody awaited, of what was begun by the test that made this and by no other.</summary>
internal sealed class OwnFailures : IDisposable
{
    private readonly AsyncLocal<bool> _isOwn = new();
    private readonly HashSet<Exception> _thrown = new(ReferenceEqualityComparer.Instance);
    private int _unobserved;

    public OwnFailures()
    {
        _isOwn.Value = true;
        AppDomain.CurrentDomain.FirstChanceException += Remember;
        TaskScheduler.UnobservedTaskException += Count;
    }

    /// <summary>How many there were until now.</summary>
    public int CountUnobserved()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Volatile.Read(ref _unobserved);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Remember;
        TaskScheduler.UnobservedTaskException -= Count;
    }

    // It is raised where the exception is thrown, in whatever was begun by the test, and so tells whose it is.
    private void Remember(object? sender, FirstChanceExceptionEventArgs failure)
    {
        if (!_isOwn.Value)
            return;
        lock (_thrown)
            _thrown.Add(failure.Exception);
    }

    private void Count(object? sender, UnobservedTaskExceptionEventArgs failure)
    {
        lock (_thrown)
        {
            if (failure.Exception.InnerExceptions.Any(_thrown.Contains))
                _unobserved++;
        }
    }
}
