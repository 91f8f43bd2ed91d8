using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallEventsDashboard.Auditing;

/// <summary>What was logged, line by line: the parts of each by their names, and its category.</summary>
internal sealed class AuditLines : ILoggerFactory
{
    public List<Dictionary<string, object?>> Written { get; } = [];

    public ILogger CreateLogger(string categoryName) => categoryName == AuditLog.Category ? new Writer(Written, categoryName) : NullLogger.Instance;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Writer(List<Dictionary<string, object?>> written, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary(pair => pair.Key, pair => pair.Value);
            line["Category"] = category;
            lock (written)
                written.Add(line);
        }
    }
}
