using System.Globalization;
using System.Text;
using CallEventsDashboard.Sandbox.Api;

namespace CallEventsDashboard.Sandbox.Faults;

/// <summary>The answers that faults give instead of, or made of, the true one.</summary>
internal static class FaultAnswers
{
    private const int LargeBytes = 32 * 1024 * 1024;
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The answer with the fault.</summary>
    public static SandboxAnswer Apply(SandboxFaults faults, SandboxAnswer answer, string query) => faults.Fault switch
    {
        Fault.None => answer,
        Fault.Unauthorized => Refuse(answer, faults, ApiError.Unauthorized),
        Fault.Forbidden => Refuse(answer, faults, ApiError.Forbidden),
        Fault.NotFound => Refuse(answer, faults, ApiError.NotFound),
        Fault.InvalidFilter => Refuse(answer, faults, ApiError.Filter(FirstFilter(query)) with { Status = 422 }),
        Fault.RateLimited => Refuse(answer, faults, ApiError.TooMany),
        Fault.ServerError => Refuse(answer, faults, ApiError.Server(500)),
        Fault.BadGatewayHtml => Page(answer, faults.Status ?? 502, "502 Bad Gateway"),
        Fault.Html => Page(answer, faults.Status ?? 200, "Scheduled maintenance"),
        Fault.Empty => answer with { Status = faults.Status ?? 200, Body = default },
        Fault.Truncated => answer with { Delivery = Delivery.Truncated },
        Fault.Slow => answer with { Delivery = Delivery.Slow },
        Fault.Hung => answer with { Delivery = Delivery.Hung },
        Fault.Reset => answer with { Delivery = Delivery.Reset },
        Fault.WrongShape => answer with { Status = 200, Body = """{"data":{"items":"none"},"meta":[1,"two"]}"""u8.ToArray() },
        Fault.TooLarge => answer with { Status = 200, Body = Large() },
        Fault.Redirect => answer with
        {
            Status = faults.Status ?? 302,
            Headers = [.. answer.Headers, new("Location", "https://login.example.test/")],
            Body = default,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(faults)),
    };

    /// <summary>The headers of a 429 that say how long to wait.</summary>
    public static IEnumerable<KeyValuePair<string, string>> LimitHeaders(SandboxFaults faults, DateTimeOffset now)
    {
        var wait = faults.RetryAfter ?? "1";
        var seconds = double.TryParse(wait, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var until = now.AddSeconds(seconds);
        return faults.LimitHeader switch
        {
            LimitHeader.RetryAfter => [new("Retry-After", wait)],
            LimitHeader.RetryAfterDate => [new("Retry-After", until.ToString("R", CultureInfo.InvariantCulture))],
            LimitHeader.ResetSeconds => [new("x-ratelimit-reset", wait)],
            LimitHeader.ResetEpoch => [new("x-ratelimit-reset", until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))],
            _ => [],
        };
    }

    private static SandboxAnswer Refuse(SandboxAnswer answer, SandboxFaults faults, ApiError error) =>
        answer with { Status = faults.Status ?? error.Status, Body = ApiJson.Errors(error) };

    private static SandboxAnswer Page(SandboxAnswer answer, int status, string title) => answer with
    {
        Status = status,
        ContentType = Html,
        Body = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>{title}</title></head><body><center><h1>{title}</h1></center><hr><center>nginx</center></body></html>"),
    };

    private static string FirstFilter(string query) =>
        QueryPairs.Read(query).Select(pair => pair.Name).FirstOrDefault(name => name.StartsWith("filter[", StringComparison.Ordinal), "filter[type]");

    private static byte[] Large()
    {
        var body = new byte[LargeBytes];
        body.AsSpan().Fill((byte)' ');
        """{"data":["""u8.CopyTo(body);
        "]}"u8.CopyTo(body.AsSpan(LargeBytes - 2));
        return body;
    }
}
