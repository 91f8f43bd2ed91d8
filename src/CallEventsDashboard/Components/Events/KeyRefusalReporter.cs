using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Events;

/// <summary>Reports to the store of keys whether Telnyx refused the key that a list is read with.</summary>
internal static class KeyRefusalReporter
{
    public static void Report(ApiKeyStore keys, ApiAccount? account, FeedStatus status)
    {
        if (account is null)
            return;
        if (status.Failure?.Error is { IsKeyRefused: true })
            keys.Judge(account, isRefused: true);
        else if (status is { Failure: null, Coverage: Coverage.Complete or Coverage.Partial })
            keys.Judge(account, isRefused: false);
    }
}
