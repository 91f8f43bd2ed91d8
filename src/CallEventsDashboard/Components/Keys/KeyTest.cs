using System.Globalization;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Keys;

/// <summary>Tries a key with the smallest request there is, in its turn among the other requests of that key.</summary>
public sealed class KeyTest(CallEventsClientFactory clients, RequestBudgetRegistry budgets, TimeProvider time)
{
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is cancelled.</exception>
    public async Task<KeyTestResult> TestAsync(ApiAccount account, CancellationToken cancellationToken)
    {
        var (since, began, attempts) = (time.GetTimestamp(), time.GetTimestamp(), 0);
        try
        {
            var page = await budgets.SendAsync(account.Key, SendAsync, cancellationToken);
            return new KeyTestResult(Works: true, IsRefused: false, Success(page.TotalResults)) { Request = Entry(200, page.Events.Count, null) };
        }
        catch (TelnyxException failure)
        {
            return new KeyTestResult(Works: false, failure.IsKeyRefused, Words(failure)) { Request = attempts > 0 ? Entry((int?)failure.StatusCode, null, failure.Error) : null };
        }

        Task<CallEventPage> SendAsync()
        {
            began = time.GetTimestamp();
            return clients.For(account).ListAsync(account.Key, CallEventFilter.None, PageRequest.Smallest, onRetry: null, CountAttemptAsync, cancellationToken);
        }

        Task CountAttemptAsync()
        {
            attempts++;
            return Task.CompletedTask;
        }

        RequestEntry Entry(int? status, int? rows, TelnyxError? error)
        {
            var took = time.GetElapsedTime(began);
            return new RequestEntry(
                CallEventQueryWriter.Write(CallEventFilter.None, PageRequest.Smallest), "test", time.GetUtcNow() - took, took, status, rows, attempts, time.GetElapsedTime(since, began), error);
        }
    }

    private static string Success(long? total) => total switch
    {
        null => "Works: Telnyx accepts this key.",
        0 => "Works: no events in the last 24 hours.",
        1 => "Works: 1 event in the last 24 hours.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Works: {total:N0} events in the last 24 hours."),
    };

    private static string Words(TelnyxException failure)
    {
        var text = FailureText.From(failure);
        return failure.IsKeyRefused ? text.Text : (text with { Title = $"{text.Title}, so the key could not be tested" }).Text;
    }
}
