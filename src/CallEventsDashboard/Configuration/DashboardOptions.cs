using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

public static class DashboardOptions
{
    /// <summary>Binds the sections <c>Telnyx</c>, <c>Sandbox</c> and <c>Authentication</c> and the key ring; what is wrong stops the app at start.</summary>
    public static IServiceCollection AddDashboardOptions(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<TelnyxOptions>().Bind(configuration.GetSection(TelnyxOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelnyxOptions>, TelnyxOptionsValidation>();
        services.AddOptions<SandboxAccountOptions>()
            .Configure(options => options.Enabled = environment.IsDevelopment())
            .Bind(configuration.GetSection(SandboxAccountOptions.Section));
        services.AddOptions<SignInOptions>().Bind(configuration.GetSection(SignInOptions.Section));
        return services.AddKeyRing(configuration);
    }

    private sealed class TelnyxOptionsValidation : IValidateOptions<TelnyxOptions>
    {
        public ValidateOptionsResult Validate(string? name, TelnyxOptions options)
            => options.Problems().ToArray() is { Length: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
