using System.Collections.Frozen;
using System.Globalization;

namespace CallEventsDashboard.Decoding;

/// <summary>SIP response codes in words. Source: IANA's registry of SIP response codes.</summary>
public static class SipCodeText
{
    private static readonly FrozenDictionary<int, string> Phrases = new Dictionary<int, string>
    {
        [100] = "Trying",
        [180] = "Ringing",
        [181] = "Call is being forwarded",
        [182] = "Queued",
        [183] = "Session progress",
        [199] = "Early dialog terminated",
        [200] = "OK",
        [202] = "Accepted",
        [204] = "No notification",
        [300] = "Multiple choices",
        [301] = "Moved permanently",
        [302] = "Moved temporarily",
        [305] = "Use proxy",
        [380] = "Alternative service",
        [400] = "Bad request",
        [401] = "Unauthorized",
        [402] = "Payment required",
        [403] = "Forbidden",
        [404] = "Not found",
        [405] = "Method not allowed",
        [406] = "Not acceptable",
        [407] = "Proxy authentication required",
        [408] = "Request timeout",
        [409] = "Conflict",
        [410] = "Gone",
        [411] = "Length required",
        [412] = "Conditional request failed",
        [413] = "Request entity too large",
        [414] = "Request URI too long",
        [415] = "Unsupported media type",
        [416] = "Unsupported URI scheme",
        [417] = "Unknown resource priority",
        [420] = "Bad extension",
        [421] = "Extension required",
        [422] = "Session interval too small",
        [423] = "Interval too brief",
        [424] = "Bad location information",
        [425] = "Bad alert message",
        [428] = "Use identity header",
        [429] = "Provide referrer identity",
        [430] = "Flow failed",
        [433] = "Anonymity disallowed",
        [436] = "Bad identity info",
        [437] = "Unsupported credential",
        [438] = "Invalid identity header",
        [439] = "First hop lacks outbound support",
        [440] = "Max-breadth exceeded",
        [469] = "Bad info package",
        [470] = "Consent needed",
        [480] = "Temporarily unavailable",
        [481] = "Call does not exist",
        [482] = "Loop detected",
        [483] = "Too many hops",
        [484] = "Address incomplete",
        [485] = "Ambiguous",
        [486] = "Busy here",
        [487] = "Request terminated",
        [488] = "Not acceptable here",
        [489] = "Bad event",
        [491] = "Request pending",
        [493] = "Undecipherable",
        [494] = "Security agreement required",
        [500] = "Server internal error",
        [501] = "Not implemented",
        [502] = "Bad gateway",
        [503] = "Service unavailable",
        [504] = "Server time-out",
        [505] = "Version not supported",
        [513] = "Message too large",
        [555] = "Push notification service not supported",
        [580] = "Precondition failure",
        [600] = "Busy everywhere",
        [603] = "Decline",
        [604] = "Does not exist anywhere",
        [606] = "Not acceptable anywhere",
        [607] = "Unwanted",
        [608] = "Rejected",
    }.ToFrozenDictionary();

    /// <summary>The phrase of a code given as text, else what its hundred means; null for what is no SIP code (<c>unspecified</c>, <c>16</c>).</summary>
    public static string? Words(string? code)
    {
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 100 or > 699)
            return null;
        return Phrases.GetValueOrDefault(number) ?? (number / 100) switch
        {
            1 => "Provisional answer",
            2 => "Success",
            3 => "Redirection",
            4 => "Request failed",
            5 => "Server failed",
            _ => "Failed everywhere",
        };
    }
}
