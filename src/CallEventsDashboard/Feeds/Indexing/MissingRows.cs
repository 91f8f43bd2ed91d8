namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Ranks whose row was in no answer that should have held it. Each is looked for in other ways, a few times, and then given up: nothing is asked for for ever.</summary>
internal sealed class MissingRows
{
    /// <summary>How often a rank may be found empty before it is given up.</summary>
    public const int MaxLosses = 5;

    private readonly Dictionary<int, int> _losses = [];

    public IEnumerable<int> GivenUp => _losses.Where(loss => loss.Value > MaxLosses).Select(loss => loss.Key);

    public int LossesOf(int rank) => _losses.GetValueOrDefault(rank);

    public bool IsLost(int rank) => LossesOf(rank) > 0;

    public bool IsGivenUp(int rank) => LossesOf(rank) > MaxLosses;

    public void Add(int rank) => _losses[rank] = LossesOf(rank) + 1;

    /// <summary>Lets those that were given up be looked for again.</summary>
    public void Reset()
    {
        foreach (var rank in GivenUp.ToList())
            _losses.Remove(rank);
    }
}
