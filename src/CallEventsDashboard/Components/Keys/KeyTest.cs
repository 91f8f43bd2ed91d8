using System.Globalization;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Keys;

/// <summary>Tries a key with the smallest request there is, in its turn among the other requests of that key.</summary>
public sealed class KeyTest(CallEventsClientFactory clients, RequestBudgetRegistry budgets)
{
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is cancelled.</exception>
    public async Task<KeyTestResult> TestAsync(ApiAccount account, CancellationToken cancellationToken)
    {
        try
        {
            var page = await budgets.SendAsync(
                account.Key,
                () => clients.For(account).ListAsync(account.Key, CallEventFilter.None, PageRequest.Smallest, onRetry: null, cancellationToken),
                cancellationToken);
            return new KeyTestResult(Works: true, IsRefused: false, Success(page.TotalResults));
        }
        catch (TelnyxException failure)
        {
            return new KeyTestResult(Works: false, failure.Error is TelnyxError.Unauthorized or TelnyxError.Forbidden, Failure(failure));
        }
    }

    private static string Success(long? total) => total switch
    {
        null => "Works: Telnyx accepts this key.",
        0 => "Works: no events in the last 24 hours.",
        1 => "Works: 1 event in the last 24 hours.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Works: {total:N0} events in the last 24 hours."),
    };

    private static string Failure(TelnyxException failure) => failure.Error switch
    {
        TelnyxError.Unauthorized => "Telnyx does not accept this key (401). It may be mistyped, expired or revoked.",
        TelnyxError.Forbidden => "Telnyx knows this key but does not let it read call events (403).",
        TelnyxError.RateLimited => string.Create(
            CultureInfo.InvariantCulture,
            $"Rate limited by Telnyx (429). Try again in {Math.Ceiling((failure.RetryAfter ?? TimeSpan.FromSeconds(1)).TotalSeconds):0} s."),
        TelnyxError.Timeout => "Telnyx did not answer in time, so the key could not be tested.",
        TelnyxError.Unavailable => "Telnyx could not be reached, so the key could not be tested.",
        TelnyxError.Unreadable => "The answer did not come from Telnyx's API, so the key could not be tested.",
        _ => "Telnyx refused the request, so the key could not be tested.",
    };
}
