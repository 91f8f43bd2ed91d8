using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A real nginx in front of the app, configured from a folder of its own and gone with it.</summary>
public sealed class Nginx : IAsyncDisposable
{
    /// <summary>What every server block here sets. Each proxy adds its own entry behind those that it was sent.</summary>
    public const string Appends =
        """
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $connection_upgrade;
        proxy_set_header Host $http_host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $all_protos;
        proxy_set_header X-Forwarded-Host $all_hosts;
        proxy_buffer_size 16k;
        proxy_buffers 8 16k;
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-events-nginx-");
    private readonly TaskCompletionSource _serves = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private Process? _process;

    private Nginx()
    {
    }

    /// <summary>Ports of 127.0.0.1 on which nothing listens.</summary>
    public static IReadOnlyList<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }

    /// <param name="servers">The server blocks.</param>
    public static async Task<Nginx> StartAsync(string servers)
    {
        var nginx = new Nginx();
        try
        {
            nginx.Start(servers);
            await nginx._serves.Task.WaitAsync(StartLimit, TimeProvider.System);
            return nginx;
        }
        catch
        {
            await nginx.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            AppDomain.CurrentDomain.ProcessExit -= Kill;
            Kill(this, EventArgs.Empty);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private void Start(string servers)
    {
        var folder = _folder.FullName;
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file,
            $$"""
            daemon off;
            master_process off;
            pid {{folder}}/nginx.pid;
            error_log stderr notice;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              map $http_upgrade $connection_upgrade { default upgrade; '' close; }
              map $http_x_forwarded_proto $all_protos { default "$http_x_forwarded_proto, $scheme"; '' $scheme; }
              map $http_x_forwarded_host $all_hosts { default "$http_x_forwarded_host, $http_host"; '' $http_host; }
              {{servers}}
            }
            """);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(Program(), ["-p", folder, "-c", file, "-e", "stderr"]) { UseShellExecute = false, RedirectStandardError = true },
            EnableRaisingEvents = true,
        };
        _process.ErrorDataReceived += (_, line) => Read(line.Data ?? "");
        _process.Exited += (_, _) => _serves.TrySetException(new InvalidOperationException($"nginx ended:\n{_output}"));
        _process.Start();
        AppDomain.CurrentDomain.ProcessExit += Kill;
        _process.BeginErrorReadLine();
    }

    private void Read(string line)
    {
        lock (_output)
            _output.AppendLine(line);
        // Its sockets are open before it says how it will wait for events.
        if (line.Contains("event method", StringComparison.Ordinal))
            _serves.TrySetResult();
    }

    /// <summary>Also when the tests end before they dispose: nothing stays behind.</summary>
    private void Kill(object? sender, EventArgs arguments)
    {
        if (!_process!.HasExited)
            _process.Kill();
    }

    // Debian keeps it where only root looks.
    private static string Program() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("nginx is missing: tests/run installs it where there is apt.");
}
