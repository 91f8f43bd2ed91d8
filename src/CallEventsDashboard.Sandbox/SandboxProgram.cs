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
        // A rule, not a minimum: a settings file that happens to lie beside the program must not put lines before the address.
        builder.Logging.AddFilter(category: null, LogLevel.Warning);
        await using var app = builder.Build();
        WarmUp(start.Options);
        var api = new SandboxApi(start.Options, TimeProvider.System) { Faults = start.Faults };
        app.MapSandbox(api);
        await app.StartAsync(cancellationToken);
        foreach (var url in app.Urls)
            Console.WriteLine($"listening on {url}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>A small account answers once with each kind of filter, so that no request pays for compiling: latency is measured against this program.</summary>
    private static void WarmUp(SandboxOptions options)
    {
        var api = new SandboxApi(options with { Events = 500, Key = null, RateLimit = null }, TimeProvider.System);
        string[] queries = ["", "&filter[name]=call.hangup&filter[from]=x", "&filter[failed]=false&filter[type]=webhook", "&filter[occurred_at][gt]=2026-01-01", "&filter[type]=x"];
        foreach (var query in queries)
            api.Handle(new SandboxRequest("GET", SandboxRequest.CallEventsPath, $"?page[size]=250{query}", "Bearer KEY"));
    }
}
