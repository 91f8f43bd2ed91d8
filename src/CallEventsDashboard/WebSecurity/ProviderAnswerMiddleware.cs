using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// How often the answer of a sign-in provider may come, each of which costs a request to the provider with the client's secret. An answer to an attempt
/// that this app began is counted only by its attempt, so that nobody who finishes a sign-in is refused for what strangers do; the rest, by address.
/// </summary>
internal sealed class ProviderAnswerMiddleware(RequestDelegate next, IOptionsMonitor<OpenIdConnectOptions> providers) : IDisposable
{
    /// <summary>How often one attempt may be answered: a browser may load the answer again.</summary>
    public const int PerAttempt = 3;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(attempt =>
        RateLimitPartition.GetFixedWindowLimiter(attempt, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerAttempt, Window = Window, QueueLimit = 0 }));

    private readonly PartitionedRateLimiter<string> _strangers = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = VisitorLimits.Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    public async Task InvokeAsync(HttpContext context)
    {
        var provider = providers.Get(OpenIdConnectDefaults.AuthenticationScheme);
        if (context.Request.Path != provider.CallbackPath)
        {
            await next(context);
            return;
        }

        var state = await StateAsync(context.Request);
        using var lease = state.Length > 0 && provider.StateDataFormat.Unprotect(state) is not null
            ? _attempts.AttemptAcquire(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state))))
            : _strangers.AttemptAcquire(VisitorAddress.Name(context.Connection.RemoteIpAddress));
        if (lease.IsAcquired)
            await next(context);
        else
            await VisitorLimits.RejectAsync(context, context.RequestAborted);
    }

    public void Dispose()
    {
        _attempts.Dispose();
        _strangers.Dispose();
    }

    private static async Task<string> StateAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
            return request.Query["state"].ToString();
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted))["state"].ToString();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // A form that can't be read holds no attempt; the handler says so.
            return "";
        }
    }
}
