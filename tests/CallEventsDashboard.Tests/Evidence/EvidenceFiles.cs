using System.Text;
using System.Text.Json.Nodes;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Evidence;

/// <summary>Evidence of a session as a page would save it, and files of it that were tampered with.</summary>
internal static class EvidenceFiles
{
    public const string Session = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static SessionEvidence Of(IReadOnlyList<CallEvent> events, SessionExtent extent = SessionExtent.Whole) => new()
    {
        SessionId = Session,
        ProductVersion = "1.2.3",
        SavedAt = Now.AddMinutes(1),
        Extent = extent,
        AsOf = Now,
        Coverage = new EvidenceCoverage("complete", "All events", events.Count, "everything Telnyx keeps, until Nov 23 10:00:00 UTC", ["A note."]),
        Requests = [new EvidenceRequest("call_events?filter[application_session_id]=" + Session, "page", Now, TimeSpan.FromMilliseconds(120), 200, events.Count, 1), new EvidenceRequest("call_events", "check", Now, null, null, null, 3)],
        RequestCount = 2,
        Outcome = SessionReader.Read(events, extent, Now).Outcome.Text,
        Events = events,
    };

    public static CallEvent Event(string json) => CallEventReader.Read(Encoding.UTF8.GetBytes(json));

    public static SessionEvidence Small() => Of(
        [
            Event($$$"""{"name":"call.initiated","type":"webhook","event_timestamp":"2026-11-23T09:00:00.000001Z","call_leg_id":"6b1d6f2a-c8a2-11f1-8b7b-02420aef93a0","call_session_id":"{{{Session}}}","from":"+12025550142","to":"+12025550143"}"""),
            Event($$$"""{"name":"call.hangup","type":"webhook","event_timestamp":"2026-11-23T09:01:00.5Z","call_leg_id":"6b1d6f2a-c8a2-11f1-8b7b-02420aef93a0","call_session_id":"{{{Session}}}","payload":{"hangup_cause":"user_busy","hangup_source":"callee","sip_hangup_cause":"486"}}"""),
        ]);

    public static EvidenceReading Read(string file) => EvidenceReader.Read(Encoding.UTF8.GetBytes(file));

    public static EvidenceReading Read(SessionEvidence evidence) => EvidenceReader.Read(EvidenceWriter.Write(evidence).ToArray());

    /// <summary>A small file with one change.</summary>
    public static string Changed(Action<JsonObject> change)
    {
        var file = JsonNode.Parse(EvidenceWriter.Write(Small()).Span)!.AsObject();
        change(file);
        return file.ToJsonString();
    }
}
