namespace CallEventsDashboard.Sessions;

/// <summary>Phases that exclude one another: entering one leaves the other, at the same event.</summary>
internal sealed class PhaseTrack
{
    private readonly List<Phase> _phases = [];
    private Phase? _open;

    public bool IsIdle => _open is null;

    public bool IsIn(PhaseKind kind) => _open?.Kind == kind;

    public void Enter(PhaseKind kind, Mark mark)
    {
        Leave(mark);
        _open = new Phase { Kind = kind, StartEvent = mark, IsDerived = kind == PhaseKind.Ringing };
    }

    public void Leave(Mark mark)
    {
        if (_open is not null)
            _phases.Add(_open with { EndEvent = mark });
        _open = null;
    }

    public IEnumerable<Phase> Phases => _open is null ? _phases : _phases.Append(_open);
}
