using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CallEventsDashboard.Components.Layout;
using CallEventsDashboard.Components.Layout.Notices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// The style elements in a page (those of MudBlazor: scroll bar, chart, and the theme in light and in dark; and that of <see cref="StartNotice"/>), as hashes
/// for the Content-Security-Policy. They are taken from what the components really render, so that the hashes can't go stale with a new version or another colour.
/// </summary>
internal static partial class StyleElements
{
    /// <returns>SHA-256 in base64, each once.</returns>
    public static async Task<IReadOnlyList<string>> HashesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var isDark in new[] { false, true })
            hashes.UnionWith(await HashesAsync<MudThemeProvider>(renderer, Theme(isDark)));
        hashes.UnionWith(await HashesAsync<StartNotice>(renderer, ParameterView.Empty));
        return [.. hashes];
    }

    private static async Task<IEnumerable<string>> HashesAsync<T>(HtmlRenderer renderer, ParameterView parameters)
        where T : IComponent
    {
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(parameters)).ToHtmlString());
        return StyleElement().Matches(html).Select(match => Hash(match.Groups["text"].Value));
    }

    private static ParameterView Theme(bool isDark) => ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(MudThemeProvider.Theme)] = DashboardTheme.Theme,
        [nameof(MudThemeProvider.IsDarkMode)] = isDark,
    });

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<style[^>]*>(?<text>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex StyleElement();
}
