using System.Net;
using CallEventsDashboard.Sandbox.Api;

namespace CallEventsDashboard.Sandbox;

/// <summary>Serves the API inside the process, without a socket: waits, hangs, breaks off and resets as a network would.</summary>
public sealed class SandboxHandler(SandboxApi api) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var answer = api.Handle(new SandboxRequest(request.Method.Method, Uri.UnescapeDataString(uri.AbsolutePath), uri.Query, request.Headers.Authorization?.ToString()));
        await Task.Delay(answer.Delay, api.Time, cancellationToken);
        switch (answer.Delivery)
        {
            case Delivery.Hung:
                await Task.Delay(Timeout.InfiniteTimeSpan, api.Time, cancellationToken);
                break;
            case Delivery.Reset:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection was reset by the Sandbox.");
        }

        return ToResponse(request, answer);
    }

    private HttpResponseMessage ToResponse(HttpRequestMessage request, SandboxAnswer answer)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(answer.Delivery == Delivery.Whole ? Plain(answer) : new FaultyResponseStream(answer, api.Time)),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        response.Content.Headers.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static MemoryStream Plain(SandboxAnswer answer) => new(answer.Body.ToArray(), writable: false);
}
