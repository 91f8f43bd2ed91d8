using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Components.Keys;

/// <param name="IsRefused">Whether Telnyx answered that the key is none of its own or may not read call events. False for a key that could not be tried.</param>
/// <param name="Words">One sentence or two for the page; they hold nothing of the key.</param>
public sealed record KeyTestResult(bool Works, bool IsRefused, string Words)
{
    /// <summary>The request that tried the key; null where none was sent.</summary>
    public RequestEntry? Request { get; init; }
}
