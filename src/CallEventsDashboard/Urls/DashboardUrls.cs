using System.Diagnostics.CodeAnalysis;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Urls;

/// <summary>Every address that the pages link to, relative to the base address, so that the dashboard can live below a path.</summary>
public static class DashboardUrls
{
    /// <summary>Goes on to the events, or to the keys while none is stored.</summary>
    public const string Root = "./";

    public const string Keys = "keys";

    /// <summary>The sign-ins of the person.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>Ends the session; takes a post.</summary>
    public const string SignOut = "signout";

    public const string SignedOut = "signed-out";

    private const string KeysReturn = "keys?return=";
    private const string EventsPath = "events";
    private const string SessionsPath = "sessions";
    private const string InsightsPath = "insights";
    private const string ComparePath = "compare";
    private const string OpenedFilePath = "sessions/open";

    /// <summary>The keys, for a person who came by a link that can't be shown without one.</summary>
    /// <param name="link">Relative to the base.</param>
    public static string KeysFor(string link) => IsView(link) ? KeysReturn + Uri.EscapeDataString(link) : Keys;

    /// <summary>Whether an address relative to the base is one that the keys lead back to: that of a list, of its measures, of a session or of a comparison.</summary>
    public static bool IsView([NotNullWhen(true)] string? relative) => relative is not null
        && (IsEvents(relative) || IsSessions(relative) || IsInsights(relative) || IsCompare(relative) || (Path(relative).Split('/') is [SessionsPath, var id] && IsSessionId(Uri.UnescapeDataString(id))));

    /// <summary>Whether an address relative to the base is that of the list.</summary>
    public static bool IsEvents(string relative) => IsPath(relative, EventsPath);

    /// <summary>Whether an address relative to the base is that of the list grouped by session.</summary>
    public static bool IsSessions(string relative) => IsPath(relative, SessionsPath);

    /// <summary>Whether an address relative to the base is that of the measures of a list.</summary>
    public static bool IsInsights(string relative) => IsPath(relative, InsightsPath);

    /// <summary>Whether an address relative to the base is that of a comparison.</summary>
    public static bool IsCompare(string relative) => IsPath(relative, ComparePath);

    /// <summary>Two sessions, or two events, side by side.</summary>
    public static string Compare(ComparePlace place) => ComparePath + place.Format();

    /// <summary>The session of an evidence file, which the address does not name: the tab has it.</summary>
    /// <param name="fingerprint">The event that is selected in it; null for none.</param>
    public static string OpenedFile(string? fingerprint = null, SessionPlace? place = null)
    {
        var written = CallEventQueryString.Format(CallEventQuery.Default with { Event = fingerprint });
        return $"{OpenedFilePath}{written}{(place ?? SessionPlace.Default).Format(written)}";
    }

    /// <summary>Whether an address relative to the base is that of an evidence file.</summary>
    public static bool IsOpenedFile(string relative) => IsPath(relative, OpenedFilePath);

    /// <param name="returnUrl">Where to go on to; the start page when null.</param>
    /// <param name="otherAccount">Whether the person wants to choose another account.</param>
    public static string SignIn(string? returnUrl = null, bool otherAccount = false)
        => $"signin?returnUrl={Uri.EscapeDataString(returnUrl ?? "/")}{(otherAccount ? "&account=other" : "")}";

    public static string Events(CallEventQuery query) => EventsPath + CallEventQueryString.Format(query);

    /// <summary>The query grouped by session. No event is selected there.</summary>
    public static string Sessions(CallEventQuery query) => SessionsPath + CallEventQueryString.Format(query with { Event = null });

    /// <summary>The measures of the query. No event is selected there.</summary>
    public static string Insights(CallEventQuery query) => InsightsPath + CallEventQueryString.Format(query with { Event = null });

    /// <summary>Whether an address relative to the base is that of one session, however its id is written.</summary>
    public static bool IsSession(string relative, string sessionId)
    {
        var path = Uri.UnescapeDataString(Path(relative));
        return path.StartsWith($"{SessionsPath}/", StringComparison.OrdinalIgnoreCase)
            && Canonical(path[(SessionsPath.Length + 1)..]).Equals(Canonical(sessionId), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The id, in canonical form, of the session that an address relative to the base is of; null for any other address.</summary>
    public static string? SessionIn(string relative) => Path(relative).Split('/') is [var first, var id] && first.Equals(SessionsPath, StringComparison.OrdinalIgnoreCase) ? UuidText.Parse(Uri.UnescapeDataString(id)) : null;

    /// <summary>Whether an address relative to the base writes the id of its session as the dashboard does; so it is for an id that is no UUID.</summary>
    public static bool IsCanonicalSession(string relative)
    {
        var id = Path(relative).Split('/')[^1];
        return UuidText.Parse(Uri.UnescapeDataString(id)) is not { } canonical || id == canonical;
    }

    /// <summary>One session, with its id in canonical form; the query selects an event in it, and is that of the list to go back to.</summary>
    /// <param name="place">What of the session is looked at; the default where null.</param>
    public static string Session(string sessionId, CallEventQuery query, SessionPlace? place = null)
    {
        var written = CallEventQueryString.Format(query);
        return $"{SessionsPath}/{Uri.EscapeDataString(Canonical(sessionId))}{written}{(place ?? SessionPlace.Default).Format(written)}";
    }

    /// <summary>The session of an event, with the event selected; null where the event names none that could be asked for.</summary>
    public static string? SessionOf(CallEvent callEvent, CallEventQuery query) =>
        IsSessionId(callEvent.SessionId) ? Session(callEvent.SessionId!, query with { Event = callEvent.Fingerprint }) : null;

    /// <summary>Whether a text can be the id of a session: a UUID, in any of its spellings.</summary>
    public static bool IsSessionId(string? text) => UuidText.Parse(text) is not null;

    private static string Canonical(string sessionId) => UuidText.Parse(sessionId) ?? sessionId;

    private static bool IsPath(string relative, string path) => Path(relative).Equals(path, StringComparison.OrdinalIgnoreCase);

    private static string Path(string relative) => relative.Split('?', '#')[0].TrimEnd('/');
}
