using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>The details of an event beside its name and its parties, in one line that is safe to look at: values as Telnyx writes them, the most telling first.</summary>
public static class DetailsText
{
    private const int PartLength = 120;
    private const string Between = " · ";

    /// <returns>Null where there is nothing to say, or the record can't be read.</returns>
    public static string? Format(CallEvent callEvent)
    {
        if (callEvent.Flaw is not RecordFlaw.None)
            return null;
        var parts = Parts(callEvent, CallEventBody.Payload(callEvent)).OfType<string>().Where(part => part.Length > 0).Distinct(StringComparer.Ordinal);
        return string.Join(Between, parts.Select(part => VisibleText.Isolate(VisibleText.Line(part, PartLength)))) is { Length: > 0 } line ? VisibleText.Clip(line, 3 * PartLength) : null;
    }

    private static IEnumerable<string?> Parts(CallEvent callEvent, JsonElement payload)
    {
        foreach (var (index, error) in callEvent.Errors.Index())
            yield return ErrorText.Words(error) ?? (index == 0 && callEvent.IsRefused ? null : error.Code);
        // Where a call is passed on to is not where it came from.
        if (callEvent.IsCommand && callEvent.Name is "transfer" or "refer" && payload.Text("to") is { } to)
            yield return $"to {PhoneText.International(to)}";
        yield return Quoted(SpokenText.Spoken(payload));
        yield return Quoted(SpokenText.Heard(payload));
        yield return payload.Text("digits", "digit");
        yield return payload.Text("hangup_cause");
        yield return SipCode.Parse(payload.Text("sip_hangup_cause")) is { } sip ? $"SIP {sip}" : null;
        yield return payload.Text("direction");
        yield return payload.Text("caller_id_name");
        yield return payload.Text("queue", "queue_name");
        yield return Host(payload.Text("media_url", "audio_url", "stream_url") ?? payload.Field("request").Text("url")) ?? payload.Text("media_name");
        yield return payload.Text("result");
        yield return payload.Text("status") ?? payload.Field("response").Text("status", "status_code");
        yield return payload.Text("reason");
        yield return payload.Text("failure_reason", "failure_cause", "status_detail");
        yield return payload.Text("sip_notify_response") is { } answer && SipCode.Parse(answer) is { } code ? $"SIP {code}" : null;
        foreach (var figure in MediaFields.Figures(payload))
            yield return figure;
        if (callEvent is { Failed: true, DeliveredTo: { } address } && Host(address) is { } host)
            yield return $"sent to {host}";
    }

    private static string? Quoted(string? text) => string.IsNullOrWhiteSpace(text) ? null : $"“{VisibleText.Line(text, PartLength - 2)}”";

    /// <summary>Only the host: the rest of an address can hold what nobody but its owner should see.</summary>
    private static string? Host(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : null;
}
