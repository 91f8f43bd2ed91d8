using System.Diagnostics.CodeAnalysis;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Urls;

/// <summary>A session, or an event in it, as the address of a comparison writes it: <c>SESSION</c> or <c>SESSION/FINGERPRINT</c>.</summary>
/// <param name="SessionId">A UUID in canonical form.</param>
/// <param name="Event">The fingerprint of the event; null for the session as a whole.</param>
public sealed record ComparedItem(string SessionId, string? Event = null)
{
    /// <summary>The item of an event; null where it names no session that can be asked for.</summary>
    public static ComparedItem? For(CallEvent callEvent)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        return UuidText.Parse(callEvent.SessionId) is { } session ? new(session, callEvent.Fingerprint) : null;
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out ComparedItem? item)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (id, fingerprint) = text.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? (text[..slash], text[(slash + 1)..]) : (text, null);
        item = UuidText.Parse(id.Trim()) is { } session && (fingerprint is null || CallEventQueryString.IsFingerprint(fingerprint)) ? new(session, fingerprint) : null;
        return item is not null;
    }

    public override string ToString() => Event is null ? SessionId : $"{SessionId}/{Event}";
}
