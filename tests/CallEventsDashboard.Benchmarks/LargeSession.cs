using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Benchmarks;

/// <summary>A conference of 20 legs, an hour and more long, of any number of events. The same number gives the same session.</summary>
internal static class LargeSession
{
    private const int Legs = 20;
    private const string SessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";
    private static readonly (string Name, string Type)[] Announcement =
        [("speak", "command"), ("call.speak.started", "webhook"), ("call.speak.ended", "webhook"), ("call.dtmf.received", "webhook")];

    public static CallSession Create(int count)
    {
        var random = new Random(1);
        var at = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var events = new List<CallEvent>(count);
        for (var leg = 0; leg < Legs; leg++)
        {
            Add(leg, "call.initiated", "webhook");
            Add(leg, "call.answered", "webhook");
        }

        while (events.Count < count - Legs)
        {
            var leg = random.Next(Legs);
            foreach (var (name, type) in Announcement.Take(count - Legs - events.Count))
                Add(leg, name, type);
        }

        for (var leg = 0; leg < Legs; leg++)
            Add(leg, "call.hangup", "webhook");
        return SessionReader.Read(events, SessionExtent.Whole);

        void Add(int leg, string name, string type)
        {
            at = at.AddMicroseconds(random.Next(1_000, 800_000));
            var record = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["call_leg_id"] = $"{leg.ToString("x8", CultureInfo.InvariantCulture)}-c8a2-11f1-9c10-02420aef93a0",
                ["call_session_id"] = SessionId,
                ["event_timestamp"] = InstantText.Format(at),
                ["name"] = name,
                ["type"] = type,
                ["from"] = "+12025550142",
                ["to"] = "+12025550131",
                ["metadata"] = new { status = random.Next(50) == 0 ? "failed" : "delivered", number = events.Count },
            };
            events.Add(CallEventReader.Read(JsonSerializer.SerializeToElement(record)));
        }
    }
}
