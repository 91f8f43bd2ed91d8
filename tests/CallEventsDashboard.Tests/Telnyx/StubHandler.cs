using System.Net;
using System.Text;

namespace CallEventsDashboard.Telnyx;

/// <summary>Answers request n with step n, and every later one with the last; keeps what was asked.</summary>
internal sealed class StubHandler(params StubHandler.Step[] steps) : HttpMessageHandler
{
    public delegate Task<HttpResponseMessage> Step(HttpRequestMessage request, CancellationToken cancellationToken);

    public List<Uri> Asked { get; } = [];

    public List<string> Authorizations { get; } = [];

    public static Step Answer(HttpStatusCode status, string body, string contentType = "application/json", params (string Name, string Value)[] headers) => (_, _) =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    };

    public static Step Ok(string body) => Answer(HttpStatusCode.OK, body);

    public static Step Status(int status, string body = "") => Answer((HttpStatusCode)status, body);

    public static Step Body(Stream body) => (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

    public static Step Throw(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    public static Step Hang() => async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("Unreachable.");
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        Authorizations.Add(request.Headers.Authorization!.ToString());
        return steps[Math.Min(Asked.Count, steps.Length) - 1](request, cancellationToken);
    }
}
