using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Status;

/// <summary>The words for a failure: its name in <c>data-error</c>, a title, and the next step.</summary>
internal sealed record FeedErrorText(string Name, string Title, string NextStep)
{
    public static FeedErrorText From(FeedFailure failure) => failure.Error is { } error
        ? From(error)
        : new("unexpected", "Something went wrong in the dashboard", "Try again; if it stays so, give that id to whoever runs the dashboard.");

    public static FeedErrorText From(TelnyxException exception) => exception.Error switch
    {
        TelnyxError.Unauthorized => new("unauthorized", "Telnyx does not accept this API key", "It may be mistyped, revoked or expired. Save another key, or choose another one."),
        TelnyxError.Forbidden => new("forbidden", "This API key may not read call events", "Choose a key of an account that may, or ask whoever manages the Telnyx account."),
        TelnyxError.InvalidRequest => new("invalid-filter", "Telnyx refused a filter", "Change or remove the filter that is named, then the list reloads."),
        TelnyxError.RateLimited => new("rate-limited", "Rate limited by Telnyx", "Nothing to do: it resumes when Telnyx allows."),
        TelnyxError.Timeout => new("timeout", "Telnyx did not answer in time", "Try again; if it stays so, check Telnyx's status page."),
        TelnyxError.Unreadable => new("unreadable", "Telnyx sent an answer that can't be read", "Try again; if it stays so, something between here and Telnyx may be answering in its place."),
        _ => new("unavailable", "Telnyx can't be reached", "Try again in a moment; if it stays so, check Telnyx's status page and this server's connection to it."),
    };
}
