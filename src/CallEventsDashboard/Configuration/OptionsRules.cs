using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

/// <summary>The rules of options that say more than a property's attributes can.</summary>
internal abstract class OptionsRules<T> : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
        => Problems(options).OfType<string>().Distinct().ToArray() is { Length: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    /// <summary>Every thing that is wrong, each in one line that names the setting and the fix. Secrets are not repeated; null says nothing.</summary>
    protected abstract IEnumerable<string?> Problems(T options);
}
