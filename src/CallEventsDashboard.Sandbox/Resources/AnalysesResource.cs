using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/session_analysis/call-session/{id}</c>: a tree of detail records. A call under way has none, one that has just ended is not ready.</summary>
internal sealed class AnalysesResource(CallEventList list, TimeProvider time, IReadOnlyList<UnloggedCall> unlogged)
{
    public const string Name = "session_analysis";

    private const long NotKnownFor = 20 * Micros.Second;
    private const long NotReadyFor = 60 * Micros.Second;

    private static readonly ApiError NotReady = new(409, "10012", "Not ready", "The session is still being processed.");

    public ResourceReply OfSession(string id, IReadOnlySet<ResourceTrap> traps)
    {
        if (!Guid.TryParseExact(id, "D", out var session) || session == Guid.Empty)
            return ResourceReply.Refuse(ApiError.Filter("event_id"));
        if (traps.Contains(ResourceTrap.Unanalysed))
            return ResourceReply.Refuse(NotReady);
        var now = Micros.From(time.GetUtcNow());
        if (unlogged.FirstOrDefault(call => call.Leg.Session.Id == session && call.Leg.OverAt <= now) is { } call)
            return ResourceReply.Object(json => Write(json, session, [.. CarrierRecords.Of(call)], traps));
        var rows = list.Rows(new RowQuery([new LegCriterion($"session={id}", leg => leg.Session.Id == session)], long.MinValue, long.MaxValue, LiftsHorizon: true));
        var ended = rows.Count == 0 ? long.MaxValue : rows.Max(row => row.Leg.OverAt);
        var age = ended == long.MaxValue ? -1 : now - ended;
        if (age < NotKnownFor)
            return ResourceReply.NotFound;
        return age < NotReadyFor ? ResourceReply.Refuse(NotReady) : ResourceReply.Object(json => Write(json, session, [.. CarrierRecords.Of(rows, traps)], traps));
    }

    private static void Write(Utf8JsonWriter json, Guid session, IReadOnlyList<CarrierRecord> nodes, IReadOnlySet<ResourceTrap> traps)
    {
        if (traps.Contains(ResourceTrap.OddAnalysis))
        {
            json.WriteNumber("session_id", 7);
            json.WriteString("cost", "many");
            json.WriteStartArray("meta");
            json.WriteEndArray();
            json.WriteStartObject("root");
            json.WriteString("products", "sip");
            json.WriteStartArray("children");
            json.WriteNullValue();
            json.WriteStringValue("leg");
            json.WriteStartObject();
            json.WriteString("ended_because", "tea");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            return;
        }

        var all = nodes.SelectMany(node => node.All).ToList();
        json.WriteString("session_id", session);
        json.WriteStartObject("cost");
        json.WriteString("total", CarrierRecords.Money(all.Sum(node => node.Cost)));
        json.WriteString("currency", "USD");
        json.WriteEndObject();
        json.WriteStartObject("meta");
        json.WriteNumber("event_count", all.Count);
        json.WriteStartArray("products");
        foreach (var product in all.Select(node => node.Product).Distinct(StringComparer.Ordinal))
            json.WriteStringValue(product);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("root");
        nodes[0].Write(json, "root");
        json.WriteStartArray("children");
        foreach (var node in nodes.Skip(1))
            node.WriteChild(json);

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
