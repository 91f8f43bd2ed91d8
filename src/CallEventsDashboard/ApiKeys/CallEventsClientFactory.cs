using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.ApiKeys;

/// <summary>The client to read an account with. Clients hold no key: each serves everybody.</summary>
public sealed class CallEventsClientFactory(IHttpClientFactory http, IOptions<TelnyxOptions> telnyx, IOptions<SandboxAccountOptions> sandbox, TimeProvider time)
{
    /// <summary>The name of the <see cref="HttpClient"/> that reaches Telnyx.</summary>
    public const string TelnyxHttp = "telnyx";

    /// <summary>The name of the <see cref="HttpClient"/> whose answers come from inside the process.</summary>
    public const string SandboxHttp = "sandbox";

    private readonly Lazy<CallEventsClient> _telnyx = new(() => Create(http, TelnyxHttp, telnyx.Value, time));
    private readonly Lazy<CallEventsClient> _sandbox = new(() => Create(http, SandboxHttp, telnyx.Value, time));

    /// <exception cref="InvalidOperationException">The sample account is turned off; no key store offers it then.</exception>
    public CallEventsClient For(ApiAccount account)
    {
        if (!account.IsSandbox)
            return _telnyx.Value;
        return sandbox.Value.Enabled ? _sandbox.Value : throw new InvalidOperationException("The sample account is turned off (Sandbox:Enabled).");
    }

    private static CallEventsClient Create(IHttpClientFactory http, string name, TelnyxOptions options, TimeProvider time)
        => new(http.CreateClient(name), time, new CallEventsClientOptions { AttemptTimeout = options.AttemptTimeout });
}
