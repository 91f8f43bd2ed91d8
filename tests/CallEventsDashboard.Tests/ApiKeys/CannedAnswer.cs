using System.Net;
using System.Text;

namespace CallEventsDashboard.ApiKeys;

/// <summary>Answers every request alike and remembers what was asked.</summary>
internal sealed class CannedAnswer(HttpStatusCode status, string body) : HttpMessageHandler
{
    public List<(Uri? Address, string? Authorization)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request.RequestUri, request.Headers.Authorization?.ToString()));
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
