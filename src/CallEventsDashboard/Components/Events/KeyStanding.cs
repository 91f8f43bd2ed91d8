using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Events;

/// <summary>What the reading of a list says about the key that it is read with.</summary>
internal static class KeyStanding
{
    public static void Note(ApiKeyStore keys, ApiAccount? account, FeedStatus status)
    {
        if (account is null)
            return;
        if (status.Failure?.Error is { IsKeyRefused: true })
            keys.Judge(account, isRefused: true);
        else if (status is { Failure: null, Coverage: Coverage.Complete or Coverage.Partial })
            keys.Judge(account, isRefused: false);
    }
}
