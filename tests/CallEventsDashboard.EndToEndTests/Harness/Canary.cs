using System.Text;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>
/// Looks for API keys where none may be. With the environment variable <c>HUNT_CANARY=1</c> every test does: the app logs at Trace, and its log, its
/// answers and what its hub sends are searched for each key that the suite stores.
/// </summary>
internal static class Canary
{
    private static readonly string[] Secrets = [Keys.Good, Keys.Own, Keys.Wrong, Keys.Forbidden, Keys.Canary];

    public static bool IsHunted { get; } = Environment.GetEnvironmentVariable("HUNT_CANARY") == "1";

    public static IEnumerable<string> FindAll(string text) => Secrets.SelectMany(secret => Find(secret, text));

    /// <summary>The spellings of a secret that a text holds: plain, base64 at each of its three offsets, hex, percent-encoded, reversed.</summary>
    public static IEnumerable<string> Find(string secret, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var hex = Convert.ToHexString(bytes);
        var spellings = new List<(string Kind, string Text)>
        {
            ("plain", secret),
            ("hex", hex),
            ("percent-encoded", string.Concat(bytes.Select(b => $"%{b:X2}"))),
            ("reversed", string.Concat(secret.Reverse())),
        };
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            // The first and last groups mix with their neighbours.
            spellings.Add(("base64", encoded[4..^4]));
            spellings.Add(("base64url", encoded[4..^4].Replace('+', '-').Replace('/', '_')));
        }

        return spellings.Where(spelling => text.Contains(spelling.Text, StringComparison.OrdinalIgnoreCase)).Select(spelling => $"{spelling.Kind}: …{secret[^6..]}");
    }

    /// <summary>Searches each answer and each frame from the server.</summary>
    public static void Watch(IBrowserContext context, Action<string> complain)
    {
        foreach (var page in context.Pages)
            WatchSockets(page);
        context.Page += (_, page) => WatchSockets(page);
        context.Response += async (_, response) =>
        {
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
                complain($"a key from {from}: {hit}");
        }
    }
}
