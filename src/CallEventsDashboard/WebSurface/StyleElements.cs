using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CallEventsDashboard.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace CallEventsDashboard.WebSurface;

/// <summary>
/// The style elements that MudBlazor writes into a page (scroll bar, chart, and the theme in light and in dark), as hashes for the
/// Content-Security-Policy. They are taken from what the component really renders, so that a new version or another colour can't leave them behind.
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
        {
            var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MudThemeProvider>(Theme(isDark))).ToHtmlString());
            hashes.UnionWith(StyleElement().Matches(html).Select(match => Hash(match.Groups["text"].Value)));
        }

        return [.. hashes];
    }

    private static ParameterView Theme(bool isDark) => ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(MudThemeProvider.Theme)] = DashboardTheme.Theme,
        [nameof(MudThemeProvider.IsDarkMode)] = isDark,
    });

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<style[^>]*>(?<text>.*?)</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StyleElement();
}
