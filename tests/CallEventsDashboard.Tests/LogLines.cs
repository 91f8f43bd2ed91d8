using Microsoft.Extensions.Logging;

namespace CallEventsDashboard;

/// <summary>A log whose lines a test reads, each as <c>Level: message</c>.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    public List<string> Written { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Written.Add($"{logLevel}: {formatter(state, exception)}");
}
