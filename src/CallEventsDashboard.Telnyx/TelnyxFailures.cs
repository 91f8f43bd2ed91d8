using System.Globalization;
using System.Net;

namespace CallEventsDashboard.Telnyx;

/// <summary>Every failure that is not in an error body, each with its sentence for a page.</summary>
internal static class TelnyxFailures
{
    /// <remarks>The parser's own message is left out everywhere here: it can quote the body.</remarks>
    public static TelnyxException EndedEarly(Exception? cause = null) =>
        Unreadable("Telnyx's answer broke off before its end. Try again in a moment.", isTransient: true, cause);

    public static TelnyxException TooLarge(int limit) => new(
        TelnyxError.Unreadable,
        Invariant($"Telnyx's answer is larger than the {limit / 1024 / 1024} MB that the dashboard reads at once. Narrow the filters."))
    {
        StatusCode = HttpStatusCode.OK,
        IsTooLarge = true,
    };

    public static TelnyxException WebPage() =>
        Unreadable("A web page came back instead of call events. Check whether a proxy or a sign-in page stands between the dashboard and Telnyx.");

    public static TelnyxException WrongShape() =>
        Unreadable("Telnyx's answer does not have the form of a list of call events. Check that the dashboard is set to Telnyx's address.");

    /// <param name="limit">Null when the connection's own, shorter limit ended the attempt.</param>
    public static TelnyxException TimedOut(TimeSpan? limit, Exception cause)
    {
        var message = limit is { } time
            ? Invariant($"Telnyx did not answer within {time.TotalSeconds:0.###} s. Try again, or narrow the filters.")
            : "Telnyx did not take the connection in time. Check the network, then try again.";
        return new TelnyxException(TelnyxError.Timeout, message, cause) { IsTransient = true };
    }

    public static TelnyxException NotConnected(Exception cause)
    {
        var message = (cause as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "The address of Telnyx could not be found. Check the network's name service, then try again.",
            HttpRequestError.SecureConnectionError => "No secure connection to Telnyx could be made. Check whether a proxy stands between, then try again.",
            HttpRequestError.ProxyTunnelError => "The proxy did not let the dashboard through to Telnyx. Check the proxy, then try again.",
            _ => "Telnyx could not be reached. Check the network, then try again.",
        };
        return new TelnyxException(TelnyxError.Unavailable, message, cause) { IsTransient = true };
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static TelnyxException Unreadable(string message, bool isTransient = false, Exception? cause = null) =>
        new(TelnyxError.Unreadable, message, cause) { StatusCode = HttpStatusCode.OK, IsTransient = isTransient };
}
