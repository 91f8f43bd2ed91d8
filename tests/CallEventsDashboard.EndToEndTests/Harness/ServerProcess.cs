using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A program that listens on a free port of 127.0.0.1, says where in its output, and ends with the test that started it.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    // A server that lives for a minute or two spends more on compiling its code again, and on collecting what a page was read into, than that saves.
    // (The numbers are hexadecimal.)
    private static readonly Dictionary<string, string> Economical = new(StringComparer.Ordinal)
    {
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCountThreshold"] = "3E8",
        ["DOTNET_GCLOHThreshold"] = "100000",
    };

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private int _read;
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended before it listened:\n{Output}"));
    }

    public int Id => _process.Id;

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>All that the program has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>What the program has written since this was last asked, in whole lines.</summary>
    public string ReadOn()
    {
        lock (_output)
        {
            var news = _output.ToString(_read, _output.Length - _read);
            _read = _output.Length;
            return news;
        }
    }

    /// <summary>How much the program has written so far, in characters.</summary>
    public int OutputLength
    {
        get
        {
            lock (_output)
                return _output.Length;
        }
    }

    /// <summary>Waits until what the program has written fulfils a condition: it writes behind the back of whoever asked it for something.</summary>
    /// <param name="from">How much was written before what is looked at.</param>
    /// <returns>What was looked at in the end.</returns>
    /// <exception cref="OperationCanceledException">It did not within <see cref="Limits.Wait"/>.</exception>
    public async Task<string> WaitForOutputAsync(int from, Predicate<string> isEnough)
    {
        using var limit = new CancellationTokenSource(Limits.Wait, TimeProvider.System);
        while (true)
        {
            string output;
            Task more;
            lock (_output)
            {
                output = _output.ToString(from, _output.Length - from);
                more = _written.Task;
            }

            if (isEnough(output))
                return output;
            await more.WaitAsync(limit.Token);
        }
    }

    public static async Task<ServerProcess> StartAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null, string program = "dotnet")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in Economical.Concat(environment ?? new Dictionary<string, string>(StringComparer.Ordinal)))
            start.Environment[name] = value;

        var server = new ServerProcess(start);
        try
        {
            server._process.Start();
            AppDomain.CurrentDomain.ProcessExit += server.Kill;
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            server.Address = await server._address.Task.WaitAsync(Limits.Wait, TimeProvider.System);
            return server;
        }
        catch (TimeoutException late)
        {
            var output = server.Output;
            await server.DisposeAsync();
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not listen within {Limits.Wait.TotalSeconds:0} s:\n{output}", late);
        }
    }

    /// <summary>Asks the program to end, as a service manager does.</summary>
    /// <returns>Whether it ended with the exit code 0 before it would have been killed.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        using var signal = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(this, EventArgs.Empty);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    /// <summary>Also when the tests end before they dispose: nothing stays behind.</summary>
    private void Kill(object? sender, EventArgs arguments)
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        TaskCompletionSource written;
        lock (_output)
        {
            _output.AppendLine(line);
            (written, _written) = (_written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        written.SetResult();
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex(@"listening on:? (?<address>https?://[^\s""]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
