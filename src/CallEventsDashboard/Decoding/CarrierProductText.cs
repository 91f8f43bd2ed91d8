using System.Collections.Frozen;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Decoding;

/// <summary>The products of detail records, as a person would name them.</summary>
public static class CarrierProductText
{
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["call-control"] = "Call Control",
        ["call-session"] = "Session",
        ["sip-trunking"] = "SIP trunking",
        ["webrtc"] = "WebRTC",
        ["recording"] = "Recording",
        ["ai-voice-assistant"] = "AI assistant",
        ["inference"] = "Language model",
        ["speech-to-text"] = "Speech recognition",
        ["stt"] = "Speech recognition",
        ["text-to-speech"] = "Voice",
        ["tts"] = "Voice",
        ["amd"] = "Machine detection",
        ["conference"] = "Conference",
        ["conference-participant"] = "Participant of a conference",
        ["siprec-client"] = "SIPREC",
        ["media-streaming"] = "Media streaming",
        ["noise-suppression"] = "Noise suppression",
        ["fax"] = "Fax",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A product that is not known stands as it was sent.</summary>
    public static string Words(string? product) => product is null ? "Record" : ByName.GetValueOrDefault(product) ?? VisibleText.Word(product);
}
