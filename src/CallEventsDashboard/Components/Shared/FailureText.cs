using System.Globalization;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Shared;

/// <summary>The words for each way in which a request can fail. Every place that shows a failure takes them from here: a list, the page of keys, the panel of requests.</summary>
/// <param name="Name">As in <c>data-error</c>.</param>
/// <param name="Title">What happened: a sentence without its full stop.</param>
/// <param name="Explanation">What more is known, in whole sentences; null where the title says all.</param>
/// <param name="WayOut">What a person can do, in whole sentences.</param>
public sealed record FailureText(string Name, string Title, string? Explanation, string WayOut)
{
    private const string TryAgain = "Try again in a moment; if it goes on, check Telnyx's status page.";
    private const string CheckAddress = "Check the address of Telnyx that the dashboard is set to.";

    /// <summary>All of it, in one line.</summary>
    public string Text => string.Join(' ', new[] { $"{Title}.", Explanation, WayOut }.OfType<string>());

    public static FailureText From(FeedFailure failure) => failure switch
    {
        { Error: null } => new(
            "unexpected",
            "Something went wrong in the dashboard",
            $"This is a fault of the dashboard, not of Telnyx or of your key, and nothing was lost. The log has it as error {failure.ErrorId}.",
            "Try again; if it goes on, give that id to whoever runs the dashboard."),
        { Error: { } error, RetryAt: not null } => From(error) with { WayOut = "There is nothing to do: it goes on by itself." },
        { Error: { } error } => From(error),
    };

    public static FailureText From(TelnyxException failure)
    {
        var (name, title) = (Names(failure.Error), TitleOf(failure.Error));
        var (explanation, wayOut) = failure.Error switch
        {
            TelnyxError.Unauthorized => ("It may be mistyped, revoked or expired.", "Save another key, or choose another one."),
            TelnyxError.Forbidden => (null, "Choose a key that may, or ask whoever manages the Telnyx account."),
            TelnyxError.InvalidRequest when failure.Parameter is { } parameter => ($"It does not accept the value of {VisibleText.Word(parameter)}.", "Change or remove that filter."),
            TelnyxError.InvalidRequest => ("It does not accept one of the filters.", "Change or remove the filter that was set last."),
            TelnyxError.RateLimited => (null, Invariant($"Try again in {Math.Ceiling((failure.RetryAfter ?? TimeSpan.FromSeconds(1)).TotalSeconds):0} s.")),
            TelnyxError.Timeout => (LateOf(failure), TryAgain),
            TelnyxError.Unreadable => UnreadableOf(failure),
            _ => UnavailableOf(failure),
        };
        return new FailureText(name, title, explanation, wayOut);
    }

    /// <summary>The title within a sentence, for the panel of requests: <c>the API key was not accepted</c>.</summary>
    public static string Phrase(TelnyxError error) => error switch
    {
        TelnyxError.Unauthorized => "Telnyx does not accept the API key",
        TelnyxError.Forbidden => "the API key may not read call events",
        TelnyxError.RateLimited => "rate limited by Telnyx",
        _ => TitleOf(error),
    };

    private static string Names(TelnyxError error) => error switch
    {
        TelnyxError.Unauthorized => "unauthorized",
        TelnyxError.Forbidden => "forbidden",
        TelnyxError.InvalidRequest => "invalid-filter",
        TelnyxError.RateLimited => "rate-limited",
        TelnyxError.Timeout => "timeout",
        TelnyxError.Unreadable => "unreadable",
        _ => "unavailable",
    };

    private static string TitleOf(TelnyxError error) => error switch
    {
        TelnyxError.Unauthorized => "Telnyx does not accept this API key",
        TelnyxError.Forbidden => "This API key may not read call events",
        TelnyxError.InvalidRequest => "Telnyx refused the request",
        TelnyxError.RateLimited => "Rate limited by Telnyx",
        TelnyxError.Timeout => "Telnyx did not answer in time",
        TelnyxError.Unreadable => "Telnyx's answer can't be read",
        _ => "Telnyx can't be reached",
    };

    private static string LateOf(TelnyxException failure) => failure switch
    {
        { Reason: TelnyxErrorReason.NoAnswerInTime, AttemptTimeout: { } limit } => Invariant($"The dashboard waits {limit.TotalSeconds:0.###} s for an answer."),
        { Reason: TelnyxErrorReason.NoConnectionInTime } => "It did not take the connection.",
        _ => "It had waited too long for the request itself.",
    };

    private static (string Explanation, string WayOut) UnreadableOf(TelnyxException failure) => failure.Reason switch
    {
        TelnyxErrorReason.TooLarge => (Invariant($"It is larger than the {failure.MaxBodyBytes / 1024 / 1024} MB that the dashboard reads at once."), "Narrow the filters."),
        TelnyxErrorReason.WebPage => ("A web page came back instead of call events.", "Check whether a proxy or a sign-in page stands between the dashboard and Telnyx."),
        TelnyxErrorReason.WrongShape => ("It is no list of call events.", CheckAddress),
        _ => ("It broke off before its end.", TryAgain),
    };

    private static (string Explanation, string WayOut) UnavailableOf(TelnyxException failure) => (failure.Reason, (int?)failure.StatusCode) switch
    {
        (TelnyxErrorReason.NameNotFound, _) => ("Its address could not be found.", "Check the network's name service, then try again."),
        (TelnyxErrorReason.NoSecureConnection, _) => ("No secure connection could be made.", "Check whether a proxy stands between, then try again."),
        (TelnyxErrorReason.ProxyRefused, _) => ("The proxy did not let the dashboard through.", "Check the proxy, then try again."),
        (_, null) => ("No connection could be made.", "Check the network, then try again."),
        (_, 404) => ("There are no call events at its address (HTTP 404).", CheckAddress),
        (_, < 400 and var status) => (Invariant($"Its address leads elsewhere (HTTP {status}), and the dashboard does not follow."), CheckAddress),
        (_, < 500 and var status) => (Invariant($"It did not accept the request (HTTP {status})."), CheckAddress),
        (_, var status) => (Invariant($"It is not available at the moment (HTTP {status})."), TryAgain),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
