using System.Net;
using System.Text.Json.Nodes;

namespace CallEventsDashboard.Feeds;

/// <summary>Passes answers on after a test has changed them: the service as it must not be, but may be.</summary>
internal sealed class RewritingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostRequests = 500;
    private int _requests;

    /// <summary>Changes the body of a page, given the request's query, decoded.</summary>
    public Action<JsonObject, string>? Rewrite { get; set; }

    /// <summary>No answer comes at all, but this.</summary>
    public Exception? Failure { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // No answer is there at once, as over a network.
        await Task.Yield();
        if (Interlocked.Increment(ref _requests) > MostRequests)
            throw new HttpRequestException("Reading does not end.");
        if (Failure is not null)
            throw Failure;
        var response = await base.SendAsync(request, cancellationToken);
        if (Rewrite is null || response.StatusCode != HttpStatusCode.OK)
            return response;
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        Rewrite(body, Uri.UnescapeDataString(request.RequestUri!.Query));
        response.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        return response;
    }
}
