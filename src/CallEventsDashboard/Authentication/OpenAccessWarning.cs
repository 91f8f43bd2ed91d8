using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>Says at start that nothing but the provider decides who may enter, which is seldom what is wanted.</summary>
internal sealed partial class OpenAccessWarning(IOptions<SignInOptions> options, ILogger<OpenAccessWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.HasRules)
            WarnOpen(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Everybody whom the provider signs in may enter. Set Authentication:RequiredRole, :RequiredGroups, :RequiredClaims or :EmailDomains to let in only those who need the dashboard.")]
    private static partial void WarnOpen(ILogger logger);
}
