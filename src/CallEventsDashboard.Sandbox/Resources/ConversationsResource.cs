using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/ai/conversations</c>: those of one call; <c>…/{id}/messages</c>: a greeting, then what the log has as transcriptions, each with the assistant's answer and its latencies.</summary>
internal sealed class ConversationsResource(CallEventList list, TimeProvider time)
{
    /// <summary>The first part of its path, which has the limit of requests.</summary>
    public const string Name = "ai";

    private const string Start = "ai_assistant_start";

    /// <summary>The conversations of a call, newest first: <c>metadata->call_control_id=eq.…</c>. Without that filter, all of them.</summary>
    public ResourceReply List(string query)
    {
        var wanted = QueryPairs.Read(query).Where(pair => pair.Name == "metadata->call_control_id").Select(pair => pair.Value).FirstOrDefault();
        var legs = Created().Where(row => wanted is null || wanted == $"eq.{Ids.CallControl(row.Leg)}").OrderByDescending(row => row.Time).ToList();
        var limit = QueryPairs.Read(query).Where(pair => pair.Name == "limit").Select(pair => int.TryParse(pair.Value, CultureInfo.InvariantCulture, out var most) ? most : 0).FirstOrDefault(most => most > 0, legs.Count);
        return ResourceReply.List([.. legs.Take(limit)], PageArguments.Default, (json, row) =>
        {
            json.WriteString("id", Ids.Conversation(row.Leg));
            json.WriteString("created_at", Micros.ToIso(row.Time));
            json.WriteStartObject("metadata");
            json.WriteString("call_control_id", Ids.CallControl(row.Leg));
            json.WriteEndObject();
        });
    }

    public ResourceReply Messages(string id, string query)
    {
        var (page, errors) = (PageArguments.Default, new List<ApiError>());
        foreach (var (name, value) in QueryPairs.Read(query))
            page = page.With(name, value, errors);
        if (errors.Count > 0)
            return ResourceReply.Refuse(errors[0]);
        var rows = Rows().Where(row => Ids.Conversation(row.Leg).ToString() == id).ToList();
        return rows.Count == 0 ? ResourceReply.NotFound : ResourceReply.List([.. Turns(rows)], page, (json, turn) => turn.Write(json));
    }

    private IEnumerable<EventRow> Created() => Rows().Where(row => row.Name == Start);

    private IEnumerable<EventRow> Rows()
    {
        var now = Micros.From(time.GetUtcNow());
        return list.Rows(RowQuery.All).Where(row => row.Attempt == 1 && row.Time <= now && row.Leg.Connection == Account.Receptionist);
    }

    private static IEnumerable<Turn> Turns(List<EventRow> rows)
    {
        var rng = new Rng(rows[0].Leg.Seed ^ 0x7A1);
        foreach (var row in rows)
        {
            if (row.Name == Start)
                yield return new Turn("assistant", "Thank you for calling. How can I help you?", row.Time + (600 * Micros.Millisecond), null);
            if (row.Name != "call.transcription")
                continue;
            var latency = new Latency(rng.Between(90, 400), rng.Between(250, 1200), rng.Between(120, 450), rng.Chance(0.3) ? rng.Between(100, 500) : 0);
            yield return new Turn("user", MediaPayloads.Sentence(row.Details(Purpose.Webhook)), row.Time, null);
            yield return new Turn("assistant", rng.Pick("Of course. Which day suits you?", "One moment, I am looking that up.", "Your appointment is moved to Friday at ten."), row.Time + (latency.Perceived * Micros.Millisecond), latency)
            {
                Tool = rng.Chance(0.3) ? "find_appointment" : null,
            };
        }
    }

    /// <summary>In milliseconds.</summary>
    private sealed record Latency(long Recognition, long Model, long Voice, long Wait)
    {
        public long Perceived => Recognition + Model + Voice + Wait;
    }

    private sealed record Turn(string Role, string Text, long SentAt, Latency? Latency)
    {
        public string? Tool { get; init; }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteString("role", Role);
            json.WriteString("text", Text);
            json.WriteString("sent_at", Micros.ToIso(SentAt));
            json.WriteStartArray("tool_calls");
            if (Tool is not null)
            {
                json.WriteStartObject();
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", Tool);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (Latency is not { } latency)
                return;
            json.WriteStartObject("metadata");
            json.WriteNumber("transcription_duration_ms", latency.Recognition);
            json.WriteNumber("llm_first_token_duration_ms", latency.Model);
            json.WriteNumber("audio_first_token_duration_ms", latency.Voice);
            json.WriteNumber("start_speaking_plan_extra_wait_duration_ms", latency.Wait);
            json.WriteNumber("end_user_perceived_latency_ms", latency.Perceived);
            json.WriteEndObject();
        }
    }
}
