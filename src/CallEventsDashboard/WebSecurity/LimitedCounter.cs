namespace CallEventsDashboard.WebSecurity;

/// <summary>Counts how many of something limited each holder has.</summary>
/// <param name="limit">Null for no limit.</param>
internal class LimitedCounter(int? limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _taken = [];

    public int Taken(string holder)
    {
        lock (_gate)
            return _taken.GetValueOrDefault(holder);
    }

    /// <returns>Whether there was one left; its holder gives it back with <see cref="Leave"/>.</returns>
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
