using System.Globalization;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Counts the requests of each window, and says what is left as Telnyx does. Safe for several threads.</summary>
internal sealed class LimitedRequests(RequestLimit limit)
{
    private readonly Lock _gate = new();
    private long _window;
    private int _taken;

    /// <summary>Counts a request.</summary>
    /// <returns>How many are left, from 0; null when it is one too many.</returns>
    public int? Take(DateTimeOffset now)
    {
        lock (_gate)
        {
            var window = now.UtcTicks / limit.Window.Ticks;
            (_window, _taken) = (window, window == _window ? _taken : 0);
            if (_taken >= limit.Requests)
                return null;
            _taken++;
            return limit.Requests - _taken;
        }
    }

    /// <param name="left">As <see cref="Take"/> has returned it.</param>
    public IEnumerable<KeyValuePair<string, string>> Headers(int? left, DateTimeOffset now)
    {
        var rest = TimeSpan.FromTicks(limit.Window.Ticks - (now.UtcTicks % limit.Window.Ticks));
        if (left is null)
            yield return new("x-envoy-ratelimited", "true");
        yield return new("x-ratelimit-limit", string.Create(CultureInfo.InvariantCulture, $"{limit.Requests}, {limit.Requests};w={limit.Window.TotalSeconds:0}"));
        yield return new("x-ratelimit-remaining", (left ?? 0).ToString(CultureInfo.InvariantCulture));
        yield return new("x-ratelimit-reset", Math.Ceiling(rest.TotalSeconds).ToString(CultureInfo.InvariantCulture));
    }
}
