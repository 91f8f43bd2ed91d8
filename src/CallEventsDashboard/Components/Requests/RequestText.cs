using System.Globalization;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Requests;

/// <summary>The words for one request.</summary>
internal static class RequestText
{
    /// <summary>The text of the pill, and its class.</summary>
    public static (string Text, string Tone) Status(RequestEntry entry) => entry switch
    {
        { Duration: null } => ("pending", "busy"),
        { Status: null } => ("no answer", "bad"),
        { Status: { } status, Error: null } => (Number(status), "ok"),
        { Status: 429 } => ("429", "warn"),
        { Status: { } status } when Beside(entry) is not null => (Number(status), "warn"),
        { Status: { } status } => (Number(status), "bad"),
    };

    public static string? Rows(RequestEntry entry) => entry.Rows switch { null => null, 1 => "1 row", { } rows => $"{Number(rows)} rows" };

    public static string? Duration(RequestEntry entry) => entry.Duration is { } duration ? DurationText.Format(duration) : null;

    public static string? Attempts(RequestEntry entry) => entry.Attempts > 1 ? $"{Number(entry.Attempts)} attempts" : null;

    /// <summary>Null for less than a person would notice: each request waits a moment for its turn.</summary>
    public static string? Waited(RequestEntry entry) =>
        entry.Waited >= TimeSpan.FromMilliseconds(50) ? $"waited {DurationText.Format(entry.Waited)}" : null;

    public static string? Error(RequestEntry entry) => entry.Error is { } error ? Beside(entry) ?? FailureText.Phrase(error) : null;

    // An answer like these to a question beside the log is no trouble: it says nothing of the log, or says that there is nothing.
    private static string? Beside(RequestEntry entry) => entry.Path is RequestEntry.CallEvents ? null : (entry.Status, entry.Path.Split('/')[0]) switch
    {
        (401 or 403, _) => "not permitted with this key",
        (404, _) => "nothing there, or not yet",
        (409, _) => "not yet",
        (422, "calls") => "refused: the call may be over",
        _ => null,
    };

    /// <summary>Why a request was made, in a sentence.</summary>
    public static string Explain(string purpose) => purpose switch
    {
        "page" => "Loads rows of the list",
        "check" => "Checks that Telnyx counts all rows of the list",
        "count" => "Counts rows without loading them",
        "live" => "Reads the newest events of a live list",
        "newer" => "Counts events that arrived since the list was loaded",
        "tie" => "Loads all events of one instant, which a page had split",
        "join" => "Joins two parts of the list that were loaded separately",
        "test" => "Tests a key with the smallest request there is",
        "deliveries" => "Asks what became of the attempts to deliver a webhook",
        "carrier" => "Asks for the detail records of a session",
        "call" => "Asks whether a call is up",
        "recordings" => "Asks for the recordings of a session",
        "transcripts" => "Asks for the transcripts of a recording",
        "conversation" => "Looks for conversations with an AI assistant, and asks for their turns",
        "details" => "Looks for calls in the call detail records",
        "account" => "Asks whose a key is",
        "names" => "Asks for the names of connections and applications",
        _ => purpose,
    };

    private static string Number(int number) => number.ToString(number >= 1000 ? "N0" : "0", CultureInfo.InvariantCulture);
}
