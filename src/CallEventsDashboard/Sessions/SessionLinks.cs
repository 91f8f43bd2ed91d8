using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Finds the other sessions that records name: the one that opened a conference, or that of a bridged call.</summary>
internal static class SessionLinks
{
    private static readonly string[] Fields = ["creator_call_session_id", "call_session_id", "parent_call_session_id"];

    public static IReadOnlyList<LinkedSession> Read(string? sessionId, IEnumerable<Mark> marks) =>
    [
        .. marks.SelectMany(mark => Named(mark), (mark, id) => new LinkedSession(id, mark))
            .Where(link => !link.SessionId.Equals(sessionId, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(link => link.SessionId, StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<string> Named(Mark mark)
    {
        if (mark.Event.SessionId is { } own)
            yield return own;
        if (!MayNameAnother(mark))
            yield break;
        var payload = CallEventBody.Payload(mark.Event);
        foreach (var field in Fields)
        {
            if (payload.Text(field) is { } id)
                yield return id;
        }
    }

    private static bool MayNameAnother(Mark mark) =>
        mark.Key is EventKeys.Bridged or EventKeys.Initiated or "bridge" || mark.Key.StartsWith("conference.", StringComparison.Ordinal);
}
