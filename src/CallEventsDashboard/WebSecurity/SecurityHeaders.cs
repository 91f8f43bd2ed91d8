namespace CallEventsDashboard.WebSecurity;

/// <summary>The headers of every response: pages, files, errors, and what the framework answers before the app is asked.</summary>
internal sealed class SecurityHeaders : IStartupFilter
{
    private const int OneYear = 365 * 24 * 60 * 60;

    private static readonly string[] UnusedFeatures =
    [
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone",
        "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking",
    ];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var styles = StyleElements.HashesAsync(app.ApplicationServices).GetAwaiter().GetResult();
        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddCustomHeader("Content-Security-Policy", ContentSecurityPolicy(styles))
            .AddCustomHeader("Cross-Origin-Opener-Policy", "same-origin")
            .AddCustomHeader("Cross-Origin-Resource-Policy", "same-origin")
            .AddCustomHeader("Permissions-Policy", string.Join(", ", UnusedFeatures.Select(feature => $"{feature}=()")))
            .AddCustomHeader("Referrer-Policy", "no-referrer")
            .AddCustomHeader("X-Content-Type-Options", "nosniff")
            .AddCustomHeader("X-Frame-Options", "DENY")
            .AddStrictTransportSecurityMaxAgeIncludeSubDomains(OneYear));
        next(app);
    };

    // A style attribute can't be pinned: the spacers of the lists have their height in one. The base element that deep routes need has no narrower rule than 'self'.
    private static string ContentSecurityPolicy(IEnumerable<string> styles) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        $"style-src 'self' {string.Join(' ', styles.Select(hash => $"'sha256-{hash}'"))}",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        $"report-to {PolicyReports.Group}");
}
