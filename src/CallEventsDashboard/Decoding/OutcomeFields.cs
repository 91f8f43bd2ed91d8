using System.Globalization;
using System.Text.Json;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>Results of a gather, a playback, a detection, a queue, a fax: the enumerations of payloads in words.</summary>
public static class OutcomeFields
{
    private const int MaxText = 600;

    public static IEnumerable<KnownField?> Read(JsonElement payload)
    {
        yield return Plain("Digits", payload.Text("digits", "digit"), FieldForm.Id);
        yield return Enumerated("Result", payload.Text("result"), ResultWords);
        yield return Enumerated("Status", payload.Text("status"), StatusWords);
        yield return Enumerated("Reason", payload.Text("reason"), ReasonWords);
        yield return Enumerated("Failed because", payload.Text("failure_reason", "failure_cause", "status_detail"), cause => cause.Replace('_', ' '));
        yield return TransferAnswer(payload.Text("sip_notify_response"));
        yield return Plain("Says", SpokenText.Spoken(payload));
        yield return Plain("Voice", payload.Text("voice"));
        yield return Plain("Transcript", SpokenText.Heard(payload));
        yield return Plain("Queue", payload.Text("queue", "queue_name"));
    }

    public static string? ResultWords(string result) => result switch
    {
        "human" => "a person answered",
        "human_residence" => "a person answered, at home",
        "human_business" => "a person answered, at a business",
        "machine" => "a machine answered",
        "silence" => "nobody spoke",
        "fax_detected" => "a fax machine answered",
        "not_sure" => "not certain",
        "beep_detected" => "the greeting ended with a beep",
        "no_beep_detected" => "the greeting ended without a beep",
        "ended" => "the greeting ended",
        _ => null,
    };

    public static string? StatusWords(string status) => status switch
    {
        "valid" => "the input was valid",
        "invalid" => "the input was not valid",
        "completed" => "it ran to its end",
        "call_hangup" => "the call ended first",
        "cancelled" => "it was cancelled",
        "cancelled_amd" => "it was cancelled by the answering-machine detection",
        "timeout" => "the time ran out",
        "file_not_found" => "the file was not found",
        "failed" => "it failed",
        "media.processed" => "the document was prepared",
        _ => null,
    };

    public static string? ReasonWords(string reason) => reason switch
    {
        "bridged" => "it was connected to another call",
        "bridging-in-process" => "it is being connected to another call",
        "hangup" => "the call ended",
        "leave" => "a command took it out",
        "timeout" => "the time to wait ran out",
        "all_left" => "everybody left",
        "host_left" => "the host left",
        "time_exceeded" => "the conference reached its time limit",
        _ => null,
    };

    private static KnownField? TransferAnswer(string? notified) =>
        SipCode.Parse(notified) is { } code ? new KnownField("Transfer answer", $"SIP {code}", SipCodeText.Words(code))
        : double.TryParse(notified, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null
        : Plain("Transfer answer", notified);

    private static KnownField? Enumerated(string label, string? value, Func<string, string?> words) =>
        value is null ? null : new KnownField(label, VisibleText.Line(value, MaxText), words(value) is { } meaning && meaning != value ? VisibleText.Line(meaning, MaxText) : null);

    private static KnownField? Plain(string label, string? value, FieldForm form = FieldForm.Text) =>
        value is null ? null : new KnownField(label, VisibleText.Line(value, MaxText)) { Form = form };
}
