using System.Collections.Concurrent;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Errors in the console, what the Content-Security-Policy refused, requests to other origins, and secrets in sight: each of them fails the test.</summary>
public sealed class Complaints
{
    private const string ReportViolations =
        "document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.effectiveDirective} refuses ${e.blockedURI} ${e.sample}`));";

    // MudBlazor's script, when a page that was paused goes on by another circuit: it begins anew, as it should.
    private const string ResumedPopovers = "Popover Service already initialized";

    private readonly ConcurrentQueue<string> _all = [];

    private Complaints()
    {
    }

    public IReadOnlyList<string> All => [.. _all];

    /// <summary>Listens to all pages of a browser, those that other pages open too.</summary>
    /// <param name="known">The origins that pages may ask.</param>
    public static async Task<Complaints> ListenAsync(IBrowserContext context, IReadOnlyList<Uri> known)
    {
        var complaints = new Complaints();
        await context.AddInitScriptAsync(ReportViolations);
        context.WebError += (_, error) => complaints.Add($"uncaught: {error.Error}");
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith(ResumedPopovers, StringComparison.Ordinal))
                complaints.Add($"console: {message.Text}");
        };
        context.Request += (_, request) => complaints.Note(request.Url, known);
        foreach (var page in context.Pages)
            NoteSockets(page);
        context.Page += (_, page) => NoteSockets(page);
        Canary.Watch(context, complaints.Add);
        return complaints;

        void NoteSockets(IPage page) => page.WebSocket += (_, socket) => complaints.Note(socket.Url, known);
    }

    public void Clear() => _all.Clear();

    private void Add(string complaint) => _all.Enqueue(complaint);

    private void Note(string url, IReadOnlyList<Uri> known)
    {
        foreach (var hit in Canary.FindAll(url))
            Add($"a secret in an address: {hit}");
        if (new Uri(url) is { Scheme: "http" or "https" or "ws" or "wss" } target && !known.Any(address => address.Authority == target.Authority))
            Add($"another origin: {url}");
    }
}
