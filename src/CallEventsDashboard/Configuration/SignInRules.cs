namespace CallEventsDashboard.Configuration;

/// <summary>Rules of who may enter: one that can't be kept must not be taken for one that is.</summary>
internal sealed class SignInRules : OptionsRules<SignInOptions>
{
    private static string Section => SignInOptions.Section;

    protected override IEnumerable<string?> Problems(SignInOptions options) =>
    [
        options.RequiredClaims.Select(ClaimProblem).FirstOrDefault(problem => problem is not null)
            ?? Unkept(options, nameof(options.RequiredClaims), options.RequiredClaims.Count > 0),
        options.EmailDomains.Select(DomainProblem).FirstOrDefault(problem => problem is not null)
            ?? Unkept(options, nameof(options.EmailDomains), options.EmailDomains.Count > 0),
        Unkept(options, nameof(options.RequiredGroups), options.RequiredGroups.Count > 0),
        Unkept(options, nameof(options.RequiredRole), options.RequiredRole is { Length: > 0 }),
        Unkept(options, nameof(options.MaxAge), options.MaxAge <= TimeSpan.FromDays(1)),
        Unkept(options, nameof(options.AcrValues), options.AcrValues is { Length: > 0 }),
        Unkept(options, nameof(options.RevealRole), options.RevealRole is { Length: > 0 }),
    ];

    private static string? ClaimProblem(string text)
        => text.Split('=', 2) is [{ Length: > 0 }, { Length: > 0 }] ? null
            : $"{Section}:{nameof(SignInOptions.RequiredClaims)} has {SettingText.Show(text)}, which is no claim with a value: give one such as department=support, or realm_access.roles=staff|admin; several are separated by commas.";

    private static string? DomainProblem(string text)
        => !text.Contains('@', StringComparison.Ordinal) && Uri.CheckHostName(text) is UriHostNameType.Dns ? null
            : $"{Section}:{nameof(SignInOptions.EmailDomains)} has {SettingText.Show(text)}, which is no domain: give one such as example.com; several are separated by commas.";

    private static string? Unkept(SignInOptions options, string name, bool isSet)
        => isSet && options.Mode is SignInMode.Anonymous
            ? $"{Section}:{name} is set, but with {Section}:Mode=Anonymous nobody signs in who could be asked for it: take it out, or choose EntraId or OpenIdConnect."
            : null;
}
