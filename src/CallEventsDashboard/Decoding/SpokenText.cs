using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>Speech on a call, wherever a payload keeps it.</summary>
public static class SpokenText
{
    /// <summary>The text that Telnyx was to speak. The command <c>speak</c> keeps its text in a field that is called <c>payload</c>.</summary>
    public static string? Spoken(JsonElement payload) =>
        payload.Field("payload") is { ValueKind: JsonValueKind.String } text ? text.Text() : payload.Text("greeting");

    /// <summary>The transcript of a party's words.</summary>
    public static string? Heard(JsonElement payload) => payload.Field("transcription_data").Text("transcript")
        ?? payload.Text("transcription_text", "SpeechResult", "TranscriptionText")
        ?? payload.Field("request").Field("body").Text("SpeechResult");
}
