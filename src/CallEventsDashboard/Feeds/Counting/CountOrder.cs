namespace CallEventsDashboard.Feeds.Counting;

/// <summary>The order in which values are counted: that of a menu, but that which somebody points at comes next. Safe for several threads.</summary>
public sealed class CountOrder(IEnumerable<string> values)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<string> _values = new(values);

    /// <summary>Counts a value before the others, if it was not taken yet.</summary>
    public void Prefer(string value)
    {
        lock (_gate)
        {
            if (_values.Remove(value))
                _values.AddFirst(value);
        }
    }

    /// <summary>Takes the next value; null when none is left.</summary>
    internal string? Take()
    {
        lock (_gate)
        {
            if (_values.First is not { } next)
                return null;
            _values.RemoveFirst();
            return next.Value;
        }
    }
}
