using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

/// <summary>The problems that an operator must correct before the app can start.</summary>
public static class StartupChecks
{
    /// <summary>Every problem at once, each in one line that names the setting and the fix. Empty when the app can start.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration, IHostEnvironment environment)
    {
        using var services = new ServiceCollection().AddSettings(configuration, environment).BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e)
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(exception => exception.Failures)];
        }
    }
}
