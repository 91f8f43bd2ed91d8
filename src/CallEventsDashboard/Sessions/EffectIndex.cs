namespace CallEventsDashboard.Sessions;

/// <summary>The events of a session by lane and name, and which of them are already assigned to a command.</summary>
internal sealed class EffectIndex
{
    private readonly Dictionary<(string LegId, string Key), List<Mark>> _byLaneAndKey = [];
    private readonly List<string> _laneIds = [];
    private readonly HashSet<(string Command, int Order)> _taken = [];
    private readonly Dictionary<(string Command, string? CommandLegId, string LegId, string Key), int> _cursors = [];

    public EffectIndex(IEnumerable<Leg> lanes)
    {
        foreach (var lane in lanes)
        {
            _laneIds.Add(lane.LegId);
            foreach (var mark in lane.AllMarks.Where(mark => mark is { IsCommand: false, At: not null }))
            {
                if (!_byLaneAndKey.TryGetValue((lane.LegId, mark.Key), out var marks))
                    _byLaneAndKey[(lane.LegId, mark.Key)] = marks = [];
                marks.Add(mark);
            }
        }
    }

    /// <summary>The first event that fits, came before <paramref name="limit"/> and belongs to no other command of that name; null when there is none.</summary>
    /// <param name="laneIds">Null for all lanes.</param>
    public Mark? Take(Mark command, ExpectedWebhook expected, IEnumerable<string>? laneIds, int limit)
    {
        Mark? first = null;
        foreach (var laneId in laneIds ?? _laneIds)
        {
            foreach (var key in expected.Keys)
            {
                if (Next(command, laneId, key) is { } mark && mark.Order < limit && mark.Order < (first?.Order ?? int.MaxValue))
                    first = mark;
            }
        }

        if (first is not null)
            _taken.Add((command.Key, first.Order));
        return first;
    }

    private Mark? Next(Mark command, string laneId, string key)
    {
        if (!_byLaneAndKey.TryGetValue((laneId, key), out var marks))
            return null;
        // Commands of one name ask in the order of their time on each lane, so what one lane has passed is never asked for there again.
        var at = _cursors.GetValueOrDefault((command.Key, command.Event.LegId, laneId, key));
        // Times of one leg come from one clock, so no skew is allowed for.
        var earliest = laneId == (command.Event.LegId ?? "") ? command.At : command.At - LegRelationFinder.Skew;
        while (at < marks.Count && (marks[at].At < earliest || _taken.Contains((command.Key, marks[at].Order))))
            at++;
        _cursors[(command.Key, command.Event.LegId, laneId, key)] = at;
        return at < marks.Count ? marks[at] : null;
    }
}
