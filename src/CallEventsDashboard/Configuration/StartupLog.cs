namespace CallEventsDashboard.Configuration;

/// <summary>Keeps the host from logging, with a stack, what <see cref="AppStart"/> says in one line.</summary>
internal sealed class StartupLog
{
    public const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool _hasStarted;

    public bool HasStarted
    {
        get => _hasStarted;
        set => _hasStarted = value;
    }

    public bool Passes(LogLevel level) => level is LogLevel.Warning || (level > LogLevel.Warning && HasStarted);
}
