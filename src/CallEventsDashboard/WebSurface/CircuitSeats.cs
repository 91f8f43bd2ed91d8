namespace CallEventsDashboard.WebSurface;

/// <summary>Counts the open circuits of each person.</summary>
/// <param name="limit">Null for no limit.</param>
internal sealed class CircuitSeats(int? limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _taken = [];

    public int Taken(string person)
    {
        lock (_gate)
            return _taken.GetValueOrDefault(person);
    }

    /// <returns>Whether there was one left; who got it gives it back with <see cref="Leave"/>.</returns>
    public bool TryTake(string person)
    {
        lock (_gate)
        {
            var taken = _taken.GetValueOrDefault(person);
            if (taken >= limit)
                return false;
            _taken[person] = taken + 1;
            return true;
        }
    }

    public void Leave(string person)
    {
        lock (_gate)
        {
            if (_taken.GetValueOrDefault(person) is var taken and > 1)
                _taken[person] = taken - 1;
            else
                _taken.Remove(person);
        }
    }
}
