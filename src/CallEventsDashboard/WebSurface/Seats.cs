namespace CallEventsDashboard.WebSurface;

/// <summary>Counts what each holder has of something that is limited.</summary>
/// <param name="limit">Null for no limit.</param>
internal class Seats(int? limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _taken = [];

    public int Taken(string holder)
    {
        lock (_gate)
            return _taken.GetValueOrDefault(holder);
    }

    /// <returns>Whether there was one left; who got it gives it back with <see cref="Leave"/>.</returns>
    public bool TryTake(string holder)
    {
        lock (_gate)
        {
            var taken = _taken.GetValueOrDefault(holder);
            if (taken >= limit)
                return false;
            _taken[holder] = taken + 1;
            return true;
        }
    }

    public void Leave(string holder)
    {
        lock (_gate)
        {
            if (_taken.GetValueOrDefault(holder) is var taken and > 1)
                _taken[holder] = taken - 1;
            else
                _taken.Remove(holder);
        }
    }
}
