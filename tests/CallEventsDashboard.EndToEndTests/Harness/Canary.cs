using System.Buffers;
using System.Text;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>
/// Looks for secrets where none may be. Every test does: the app logs all that it can, and its log, its answers, what its hub sends, and what a page
/// holds in the end are searched for each API key that the suite stores and for what the app and its provider share.
/// </summary>
internal static class Canary
{
    private static readonly string[] Secrets = [Keys.Good, Keys.Own, Keys.Filters, Keys.Wrong, Keys.Forbidden, Keys.Canary, SignInProvider.ClientSecret];

    private static readonly SearchValues<string> AnySpelling = SearchValues.Create(
        [.. Secrets.SelectMany(secret => Spellings(secret).Select(spelling => spelling.Text))], StringComparison.OrdinalIgnoreCase);

    // The files that were published know no key: reading each again for each page would only cost time.
    private static readonly string[] Files = ["script", "stylesheet", "font", "image"];

    /// <summary>All that the app can log, as environment variables.</summary>
    public static IReadOnlyDictionary<string, string> LogAll { get; } =
        new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.IdentityModel" }.ToDictionary(category => $"Logging__LogLevel__{category}", _ => "Trace", StringComparer.Ordinal);

    /// <summary>What is found of all the suite's secrets, as words that do not repeat them.</summary>
    public static IEnumerable<string> FindAll(string text) =>
        text.AsSpan().ContainsAny(AnySpelling) ? Secrets.SelectMany(secret => Find(secret, text)) : [];

    public static IEnumerable<string> Find(string secret, string text) => Spellings(secret)
        .Where(spelling => text.Contains(spelling.Text, StringComparison.OrdinalIgnoreCase))
        .Select(spelling => $"{spelling.Kind}: …{secret[^6..]}");

    /// <summary>Searches each answer and each frame from the server.</summary>
    public static void Watch(IBrowserContext context, Action<string> complain)
    {
        foreach (var page in context.Pages)
            WatchSockets(page);
        context.Page += (_, page) => WatchSockets(page);
        context.Response += async (_, response) =>
        {
            Judge($"{response.Url} {string.Join(' ', response.Headers.Values)}", response.Url);
            if (Files.Contains(response.Request.ResourceType, StringComparer.Ordinal))
                return;
            try
            {
                Judge(Encoding.Latin1.GetString(await response.BodyAsync()), response.Url);
            }
            catch (PlaywrightException)
            {
                // A redirect, or a page that is gone: it has no body any more.
            }
        };

        void WatchSockets(IPage page) => page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
            Judge(frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []), socket.Url);

        void Judge(string text, string from)
        {
            foreach (var hit in FindAll(text))
                complain($"a secret from {from}: {hit}");
        }
    }

    /// <summary>Searches what each page holds now: its elements, title and address, and what it has stored.</summary>
    public static async Task<IReadOnlyList<string>> FindInPagesAsync(IBrowserContext context)
    {
        var hits = new List<string>();
        foreach (var page in context.Pages)
        {
            try
            {
                hits.AddRange(FindAll(await page.EvaluateAsync<string>(
                    """
                    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, location.href, history.state])
                      + document.documentElement.outerHTML
                    """)).Select(hit => $"a secret in a page: {hit}"));
            }
            catch (PlaywrightException)
            {
                // A blank page has no storage; one that is on its way elsewhere, no elements.
            }
        }

        return hits;
    }

    /// <summary>The spellings of a secret: plain, base64 at each of its three offsets, hex, percent-encoded, reversed.</summary>
    private static IEnumerable<(string Kind, string Text)> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return ("plain", secret);
        yield return ("hex", Convert.ToHexString(bytes));
        yield return ("percent-encoded", string.Concat(bytes.Select(b => $"%{b:X2}")));
        yield return ("reversed", string.Concat(secret.Reverse()));
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            // The first and last groups mix with their neighbours.
            yield return ("base64", encoded[4..^4]);
            yield return ("base64url", encoded[4..^4].Replace('+', '-').Replace('/', '_'));
        }
    }
}
