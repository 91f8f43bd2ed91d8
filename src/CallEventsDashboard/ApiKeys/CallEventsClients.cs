using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

/// <summary>The client to read an account with. Clients hold no key: one serves everybody.</summary>
public sealed class CallEventsClients(IHttpClientFactory http, IOptions<TelnyxOptions> telnyx, TimeProvider time)
{
    /// <summary>The name of the <see cref="HttpClient"/> that reaches Telnyx.</summary>
    public const string TelnyxHttp = "telnyx";

    private readonly Lazy<CallEventsClient> _telnyx = new(() => Create(http, TelnyxHttp, telnyx.Value, time));

    public CallEventsClient For(ApiAccount account) => _telnyx.Value;

    private static CallEventsClient Create(IHttpClientFactory http, string name, TelnyxOptions options, TimeProvider time)
        => new(http.CreateClient(name), time, new CallEventsClientOptions { AttemptTimeout = options.AttemptTimeout });
}
