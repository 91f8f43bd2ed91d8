using System.Net;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Hosting;

/// <summary>The styles and scripts that every page loads.</summary>
public sealed partial class PageFileTests(PlainApp app) : IClassFixture<PlainApp>
{
    [Fact]
    public async Task Files_OfAPage_AreSentCompressed()
    {
        var page = await app.Client.GetStringAsync("/keys", TestContext.Current.CancellationToken);
        var paths = Path().Matches(page).Select(match => match.Groups["path"].Value).ToList();
        Assert.True(paths.Count > 8, $"{paths.Count} files were found in the page.");

        var plain = new List<string>();
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip, deflate, br" } } };
            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (!answer.Content.Headers.ContentEncoding.Contains("br"))
                plain.Add(path);
        }

        Assert.Empty(plain);
    }

    [GeneratedRegex("(?:src|href)=\"(?<path>[^\"]+\\.(?:js|css))\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
