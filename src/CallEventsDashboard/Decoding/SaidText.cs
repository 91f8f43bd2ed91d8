using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>What was said on a call, wherever a payload keeps it.</summary>
public static class SaidText
{
    /// <summary>What Telnyx was to say. The command <c>speak</c> keeps its text in a field that is called <c>payload</c>.</summary>
    public static string? Spoken(JsonElement payload) =>
        payload.Field("payload") is { ValueKind: JsonValueKind.String } text ? text.Text() : payload.Text("greeting");

    /// <summary>What was recognised of a party's words.</summary>
    public static string? Heard(JsonElement payload) => payload.Field("transcription_data").Text("transcript")
        ?? payload.Text("transcription_text", "SpeechResult", "TranscriptionText")
        ?? payload.Field("request").Field("body").Text("SpeechResult");
}
