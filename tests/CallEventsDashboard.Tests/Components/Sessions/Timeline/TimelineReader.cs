using System.Text.Json;
using CallEventsDashboard.Conventions;
using Jint;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>A mark as the browser reads it.</summary>
internal sealed record PackedMark(long Time, int Lane, MarkStyle Sort, TimelineNumbers.MarkFlags Flags, int Attempts, string Fingerprint);

/// <param name="Hangup">-1 for none; likewise <paramref name="Last"/>.</param>
internal sealed record PackedLane(int Hangup, int Last, IReadOnlyList<PackedPhase> Phases);

/// <param name="End">-1 while open.</param>
internal sealed record PackedPhase(string Kind, bool IsDerived, int Top, int Start, int End);

/// <summary>A session as the browser has it.</summary>
/// <param name="Effects">By command: the webhooks.</param>
/// <param name="BytesRead">Up to the last that was looked at.</param>
internal sealed record PackedSession(IReadOnlyList<PackedMark> Marks, IReadOnlyList<PackedLane> Lanes, IReadOnlyDictionary<string, int[]> Effects, int BytesRead);

/// <summary>Reads what <see cref="TimelineNumbers"/> wrote with the browser's own script, <c>TimelineNumbers.js</c>.</summary>
internal static class TimelineReader
{
    private const string Glue = """
        import { fingerprintOf, readNumbers } from './TimelineNumbers.js';
        export function read(headText, bytesText) {
          const head = JSON.parse(headText);
          const bytes = Uint8Array.from(JSON.parse(bytesText));
          let bytesRead = 0;
          const watched = new Proxy(bytes, { get(target, key) {
            if (/^\d+$/.test(String(key))) bytesRead = Math.max(bytesRead, Number(key) + 1);
            const value = target[key];
            return typeof value === 'function' ? value.bind(target) : value;
          } });
          const data = readNumbers(head, watched);
          return JSON.stringify({
            bytesRead,
            marks: Array.from(data.marks.time, (time, order) => ({
              time, lane: data.marks.lane[order], sort: head.sorts[data.marks.sort[order]], flags: data.marks.flags[order],
              attempts: data.marks.attempts.get(order) ?? 1, fingerprint: fingerprintOf(data, order) })),
            lanes: data.lanes.map(({ hangup, last, phases }) => ({
              hangup, last, phases: phases.map(({ kind, ...phase }) => ({ kind: head.kinds[kind], ...phase })) })),
            effects: Object.fromEntries(data.effects) });
        }
        """;

    private static readonly string Scripts = Path.Combine(Repository.Root, "src", "CallEventsDashboard", "Components", "Sessions", "Timeline", "Scripts");

    public static PackedSession Read(TimelinePack pack)
    {
        using var engine = new Engine(options => options.EnableModules(Scripts));
        engine.Modules.Add("glue", Glue);
        var head = JsonSerializer.Serialize(pack.Head, JsonSerializerOptions.Web);
        var bytes = $"[{string.Join(',', pack.Numbers)}]";
        var text = engine.Invoke(engine.Modules.Import("glue").Get("read"), head, bytes).AsString();
        var read = JsonSerializer.Deserialize<PackedSession>(text, JsonSerializerOptions.Web)!;
        Assert.Equal(pack.Numbers.Length, read.BytesRead);
        return read;
    }
}
