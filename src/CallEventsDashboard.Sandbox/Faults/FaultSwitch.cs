namespace CallEventsDashboard.Sandbox.Faults;

/// <summary>The faults in force, counted down by the requests that they hit. Safe for several threads.</summary>
internal sealed class FaultSwitch
{
    private readonly Lock _gate = new();
    private SandboxFaults _faults = SandboxFaults.None;

    public SandboxFaults Current
    {
        get
        {
            lock (_gate)
                return _faults;
        }
        set
        {
            lock (_gate)
                _faults = value;
        }
    }

    /// <summary>The faults for one request; its <see cref="SandboxFaults.Fault"/> is none once all hits are spent.</summary>
    public SandboxFaults Take()
    {
        lock (_gate)
        {
            var hit = _faults;
            if (hit.Times is not { } times || hit.Fault == Fault.None)
                return hit;
            if (times <= 0)
                return hit with { Fault = Fault.None };
            _faults = hit with { Times = times - 1 };
            return hit;
        }
    }
}
