using System.Collections.Frozen;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Decoding;

/// <summary>Telnyx's codes for an attempt to deliver a webhook that failed, in words. Source: its list of API error codes.</summary>
public static class DeliveryErrorText
{
    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["75000"] = "it could not be delivered",
        ["75001"] = "the name of the endpoint's host could not be found",
        ["75002"] = "no connection to the endpoint could be made",
        ["75003"] = "the endpoint's certificate was not accepted",
        ["75004"] = "the endpoint's certificate has expired",
        ["75005"] = "the endpoint's certificate is for another name",
        ["75006"] = "nobody whom Telnyx trusts has signed the endpoint's certificate",
        ["75299"] = "the endpoint answered with a success other than 200",
        ["75300"] = "the endpoint answered with a redirect, which Telnyx does not follow",
        ["75400"] = "the endpoint called the webhook a bad request (400)",
        ["75404"] = "the endpoint has nothing at this address (404)",
        ["75499"] = "the endpoint refused the webhook (4xx)",
        ["75500"] = "the endpoint met an error of its own (500)",
        ["75599"] = "the endpoint was not available (5xx)",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary><c>75404: the endpoint has nothing at this address (404)</c>; a code that is not known stands alone, and so does a text.</summary>
    public static string Words(string error)
    {
        var shown = VisibleText.Line(error, 200);
        return ByCode.TryGetValue(error.Trim(), out var words) ? $"{shown}: {words}" : shown;
    }
}
