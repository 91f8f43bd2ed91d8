using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Sandbox;

/// <summary>The Sandbox as a program of its own.</summary>
internal static class SandboxProgram
{
    private static Task<int> Main(string[] args) => SandboxCommand.Create(ServeAsync).Parse(args).InvokeAsync();

    private static async Task<int> ServeAsync(SandboxStart start, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", start.Url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        var api = new SandboxApi(start.Options, TimeProvider.System) { Faults = start.Faults };
        app.MapSandbox(api);
        await app.StartAsync(cancellationToken);
        foreach (var url in app.Urls)
            Console.WriteLine($"listening on {url}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
