using System.Text;
using System.Text.Json;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>Code that asks the API for an event. The key comes from the environment variable <c>TELNYX_API_KEY</c>, never from here.</summary>
public static class RequestCode
{
    /// <summary>A command for a POSIX shell that carries no text of the event out of its quotes in any other shell either.</summary>
    public static string Curl(CallEvent callEvent)
    {
        var command = new StringBuilder("curl -G \"https://api.telnyx.com/v2/call_events\" \\\n  -H \"Authorization: Bearer $TELNYX_API_KEY\"");
        foreach (var (name, value) in Filters(callEvent))
        {
            // Shells differ in what ends a quote, and a terminal acts on control characters inside one: percent-encoded text is safe in all.
            command.Append(" \\\n  ").Append(value.All(IsPlain)
                ? $"--data-urlencode '{name}={value}'"
                : $"--data '{name}={Uri.EscapeDataString(value)}'");
        }

        return command.ToString();
    }

    /// <summary>A module for Node with the official SDK, <c>telnyx</c>.</summary>
    public static string Node(CallEvent callEvent)
    {
        var filters = Filters(callEvent).Select(filter => filter.Name == OccurredAt
            ? $"occurred_at: {{ eq: {Literal(filter.Value)} }}"
            : $"{filter.Name[7..^1]}: {Literal(filter.Value)}").ToList();
        var filter = filters.Count == 0 ? "" : $"  filter: {{ {string.Join(", ", filters)} }},\n";
        return $$"""
            import Telnyx from 'telnyx';

            const client = new Telnyx({ apiKey: process.env.TELNYX_API_KEY });

            for await (const event of client.callEvents.list({
            {{filter}}  'page[size]': 250,
            })) {
              console.log(JSON.stringify(event, null, 2));
            }
            """;
    }

    private const string OccurredAt = "filter[occurred_at][eq]";

    /// <summary>What finds the event again: its leg, else its session (both lift the 24-hour limit), else its name; and its time.</summary>
    private static IEnumerable<(string Name, string Value)> Filters(CallEvent callEvent)
    {
        // The stand-in of a masked value finds nothing.
        IEnumerable<(string Name, string? Value)> filters = [("filter[leg_id]", callEvent.LegId), ("filter[application_session_id]", callEvent.SessionId), ("filter[name]", callEvent.Name)];
        foreach (var (name, value) in filters.Where(filter => filter.Value is { Length: > 0 } value && !Pseudonyms.IsStandIn(value)).Take(1))
            yield return (name, value!);
        if (callEvent.OccurredAt is { } at)
            yield return (OccurredAt, InstantText.Format(at));
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or ':';

    private static string Literal(string text) => JsonSerializer.Serialize(text);
}
