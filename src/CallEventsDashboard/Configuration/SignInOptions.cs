using System.ComponentModel.DataAnnotations;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Authentication</c>: who may use the app, and how long a sign-in lasts.</summary>
public sealed class SignInOptions : ISettings
{
    public static string Section => "Authentication";

    /// <summary>The way people sign in; <see cref="SignInMode.Anonymous"/> in Development, where nothing is set.</summary>
    [Required(ErrorMessage = "set it to EntraId or OpenIdConnect to let signed-in people in, or to Anonymous to let everybody who reaches this address in as one local user")]
    public SignInMode? Mode { get; set; }

    /// <summary>How long a sign-in lasts before it is renewed silently: one second to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "give a time from 00:00:01 to 1.00:00:00, such as 01:00:00 for an hour")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a sign-in may be without use; then its person has to sign in themselves: one second to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "give a time from 00:00:01 to 1.00:00:00, such as 02:00:00 for two hours")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long after a person has signed in they have to do so again, however often it was renewed silently: one second to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "give a time from 00:00:01 to 1.00:00:00, such as 12:00:00 for twelve hours")]
    public TimeSpan AbsoluteLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long ago a person may have shown the provider who they are (<c>max_age</c>): up to a day. Null where the provider decides.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "give a time from 00:00:00 to 1.00:00:00, such as 00:30:00 for half an hour, or leave it out")]
    public TimeSpan? MaxAge { get; set; }

    /// <summary>The ways of signing in that are good enough (<c>acr_values</c>), separated by spaces; null where the provider decides.</summary>
    [MinLength(1, ErrorMessage = "name the classes of the provider, separated by spaces, or leave it out")]
    public string? AcrValues { get; set; }

    /// <summary>How often an open page looks whether its session still lasts: one to thirty seconds, so that an ended session shows nothing after a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30", ErrorMessage = "give a time from 00:00:01 to 00:00:30, such as 00:00:30 for thirty seconds")]
    public TimeSpan RevalidationInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The app role that a person must have; null when everyone whom the provider signs in may enter.</summary>
    [MinLength(1, ErrorMessage = "name the role, or leave it out to let in everybody whom the provider signs in")]
    public string? RequiredRole { get; set; }

    /// <summary>
    /// Claims of the ID token that a person must have, all of them, each as <c>type=value</c> or <c>type=value|other value</c>. A type may be a path into
    /// an object: <c>realm_access.roles=staff</c>.
    /// </summary>
    public IReadOnlyList<string> RequiredClaims { get; set; } = [];

    /// <summary>Groups of which a person must be in one: values of the claim <c>groups</c>.</summary>
    public IReadOnlyList<string> RequiredGroups { get; set; } = [];

    /// <summary>The domains of which a person's address must be one, such as <c>example.com</c>; those below it are others.</summary>
    public IReadOnlyList<string> EmailDomains { get; set; } = [];

    /// <summary>Whether guests of the directory may enter; only Entra ID has any.</summary>
    public bool AllowGuests { get; set; }

    /// <summary>The role that a person must have to see masked texts and to export; null when everybody who may enter may.</summary>
    [MinLength(1, ErrorMessage = "name the role, or leave it out to let everybody who enters reveal and export")]
    public string? RevealRole { get; set; }

    /// <summary>Whether a sign-out deletes what the browser stores for the dashboard, the encrypted API keys among it.</summary>
    public bool ForgetAtSignOut { get; set; }

    /// <summary>Whether anything decides who may enter, beyond that the provider signs them in.</summary>
    public bool HasRules => RequiredRole is { Length: > 0 } || RequiredClaims.Count + RequiredGroups.Count + EmailDomains.Count > 0;

    /// <summary>The readable settings of the section, with the default of the environment.</summary>
    public static SignInOptions Read(IConfiguration configuration, IHostEnvironment environment) => SectionOf(configuration, environment).Read();

    internal static SettingsSection<SignInOptions> SectionOf(IConfiguration configuration, IHostEnvironment environment)
        => new(configuration, options => options.Mode = environment.IsDevelopment() ? SignInMode.Anonymous : null);
}
