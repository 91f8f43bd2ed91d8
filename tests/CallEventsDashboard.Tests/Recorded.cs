using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using CallEventsDashboard.Operations;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard;

/// <summary>What the log has of unexpected errors: its lines, and the ids in them.</summary>
internal sealed partial class Recorded : ILogger<ErrorLog>
{
    private readonly ConcurrentQueue<string> _lines = [];

    public Recorded() => Work = new BackgroundWork(Errors = new ErrorLog(this));

    public ErrorLog Errors { get; }

    public BackgroundWork Work { get; }

    public IReadOnlyList<string> Lines => [.. _lines];

    public IReadOnlyList<string> Ids => [.. _lines.Select(line => Id().Match(line).Value)];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    [GeneratedRegex("[2-9B-Z]{3}-[2-9B-Z]{3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Id();
}
