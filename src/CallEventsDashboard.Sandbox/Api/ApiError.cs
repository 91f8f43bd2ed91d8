using System.Globalization;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>One error of the Telnyx envelope.</summary>
internal sealed record ApiError(int Status, string Code, string Title, string Detail, string? Parameter = null, string? Url = null)
{
    public static ApiError Unauthorized { get; } = new(401, "10009", "Authentication failed",
        "The required authentication headers were either invalid or not included in the request.", Url: "https://developers.telnyx.com/docs/overview/errors/10009");

    public static ApiError Forbidden { get; } = new(403, "10010", "Authorization failed",
        "You do not have permission to perform the requested action on the specified resource or resources.");

    public static ApiError NotFound { get; } = new(404, "10005", "Resource not found", "The requested resource or URL could not be found.");

    public static ApiError TooMany { get; } = new(429, "10011", "Too many requests", "You have exceeded the maximum number of allowed requests.");

    public static ApiError Server(int status) => new(status, "10007", "Internal server error", "Internal server error");

    public static ApiError Choice(string parameter, params ReadOnlySpan<string> values) =>
        new(422, "10032", "Invalid enumerated value", $"The value must be one of: {string.Join(", ", values!)}.", parameter);

    public static ApiError Range(string parameter, int first, int last) => new(422, "10033", "Value outside of range",
        string.Create(CultureInfo.InvariantCulture, $"The value is outside of allowed range {first} to {last}"), parameter);

    public static ApiError TooShort(string parameter, int length) => new(422, "10033", "Value outside of range",
        string.Create(CultureInfo.InvariantCulture, $"The value must have at least {length} characters"), parameter);

    public static ApiError NotANumber(string parameter) => new(400, "10026", "Wrong parameter type", $"The parameter {parameter} must be an integer.", parameter);

    public static ApiError Refused(string parameter) => new(422, "10031", "Invalid request filter", $"The request filter {parameter} can't be used here.", parameter);

    public static ApiError Filter(string parameter) => new(400, "10031", "Invalid request filter", $"The request filter {parameter} is invalid.", parameter);
}
