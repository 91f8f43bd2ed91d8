using System.Net;

namespace CallEventsDashboard.Telnyx;

/// <summary>Every failure that is not in an error body.</summary>
internal static class TelnyxFailures
{
    public static TelnyxException EndedEarly(Exception? cause = null) => Unreadable(TelnyxErrorReason.EndedEarly, isTransient: true, cause);

    public static TelnyxException TooLarge(int limit) => new(TelnyxError.Unreadable, TelnyxErrorReason.TooLarge) { StatusCode = HttpStatusCode.OK, MaxBodyBytes = limit };

    public static TelnyxException WebPage() => Unreadable(TelnyxErrorReason.WebPage);

    public static TelnyxException WrongShape() => Unreadable(TelnyxErrorReason.WrongShape);

    /// <param name="limit">Null when the connection's own, shorter limit ended the attempt.</param>
    public static TelnyxException TimedOut(TimeSpan? limit, Exception cause) =>
        new(TelnyxError.Timeout, limit is null ? TelnyxErrorReason.NoConnectionInTime : TelnyxErrorReason.NoAnswerInTime, cause) { IsTransient = true, AttemptTimeout = limit };

    public static TelnyxException NotConnected(Exception cause)
    {
        var reason = (cause as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => TelnyxErrorReason.NameNotFound,
            HttpRequestError.SecureConnectionError => TelnyxErrorReason.NoSecureConnection,
            HttpRequestError.ProxyTunnelError => TelnyxErrorReason.ProxyRefused,
            _ => TelnyxErrorReason.NotConnected,
        };
        return new TelnyxException(TelnyxError.Unavailable, reason, cause) { IsTransient = true };
    }

    private static TelnyxException Unreadable(TelnyxErrorReason reason, bool isTransient = false, Exception? cause = null) =>
        new(TelnyxError.Unreadable, reason, cause) { StatusCode = HttpStatusCode.OK, IsTransient = isTransient };
}
