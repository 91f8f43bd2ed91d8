using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace CallEventsDashboard.Privacy;

/// <summary>The one list of what may be seen of a record while it is masked: its fields by their place and name.</summary>
/// <param name="Kind">What its value must be to be shown.</param>
/// <param name="IsOpen">Whether the fields within it are looked up; those of any other are not on the list, whatever their names.</param>
internal readonly record struct FieldRule(FieldKind Kind, bool IsOpen)
{
    private static readonly FrozenSet<string> Open = Names(
        """
        metadata event payload data call_quality_stats inbound outbound cost_parts recording_urls public_recording_urls transcription_data errors source meta request response body
        results message_history attempts http hangup_details webhook root children record cost
        """);

    private static readonly FrozenDictionary<string, FieldKind> ByName = new[]
    {
        (FieldKind.Party, Names(
            """
            from to party from_number to_number from_sip_uri to_sip_uri from_name to_name from_display_name caller_id_number caller_id_name caller caller_name called callee callee_name
            forwarded_from phone_number transfer_to display_name queue queue_name conference_name application_name connection_name
            cli cld dest_number
            """)),
        (FieldKind.Secret, Names("digit digits digits_pressed valid_digits terminating_digit client_state target_leg_client_state balance credit_limit available_credit pending")),
        (FieldKind.Word, Names(
            """
            record_type type event_type product failed state direction hangup_cause hangup_source calling_party_type call_screening_result shaken_stir_attestation codec
            connection_codecs offered_codecs stream_type stream_track transcription_track track format record_channels record_format payload_type language voice
            answering_machine_detection currency call_part method call_status role result service_level supervisor_role media_encryption answered_by cause
            products event_name relationship flow_source leg_direction hangup_details rtp_use_codec_name shaken_stir route attempted connected completed
            """)),
        (FieldKind.Sentence, Names("title detail reason failure_reason failure_cause status_detail errors error")),
        (FieldKind.Code, Names("status sip_hangup_cause sip_notify_response code status_code channels loop hangup_code sip_invite_failure_status telnyx_error_code")),
        (FieldKind.Measure, Names(
            """
            attempt attempts mos confidence jitter_max_variance sampling_rate rate cost total_cost duration call_duration max_length current_position position size
            minimum_digits maximum_digits sequence_number recording_duration total event_cost cumulative_cost
            """)),
        (FieldKind.Id, Names("id sid whisper_call_control_ids")),
        (FieldKind.Time, Names("timestamp time")),
        (FieldKind.Url, Names("delivered_to url mp3 wav")),
    }.SelectMany(group => group.Item2, (group, name) => KeyValuePair.Create(name, group.Item1)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<char> InSnakeCase = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly (string Ending, FieldKind Kind)[] ByEnding =
    [
        ("_id", FieldKind.Id), ("_sid", FieldKind.Id), ("_at", FieldKind.Time), ("_time", FieldKind.Time), ("_timestamp", FieldKind.Time), ("_url", FieldKind.Url),
        ("_count", FieldKind.Measure), ("_secs", FieldKind.Measure), ("_sec", FieldKind.Measure), ("_seconds", FieldKind.Measure), ("_millis", FieldKind.Measure), ("_ms", FieldKind.Measure),
    ];

    /// <summary>The record as a whole.</summary>
    public static FieldRule Record { get; } = new(FieldKind.Unlisted, IsOpen: true);

    /// <summary>A field of the record itself.</summary>
    public static FieldRule OfRecord(string name) => name == "name" ? new(FieldKind.Word, IsOpen: false) : Record.Of(name);

    /// <summary>A field within this one, in any spelling: <c>call_sid</c>, <c>CallSid</c>, <c>call-sid</c>.</summary>
    public FieldRule Of(string name)
    {
        if (!IsOpen)
            return default;
        if (name.AsSpan().ContainsAnyExcept(InSnakeCase))
            name = Snake(name);
        return new(KindOf(name), Open.Contains(name));
    }

    private static FieldKind KindOf(string name)
    {
        if (ByName.TryGetValue(name, out var kind))
            return kind;
        foreach (var (ending, kindOfEnding) in ByEnding)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return kindOfEnding;
        }

        return FieldKind.Unlisted;
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && char.IsAsciiLetterLower(name[i - 1]))
                snake.Append('_');
            snake.Append(name[i] is '-' or '.' or ' ' ? '_' : char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private static FrozenSet<string> Names(string names) => names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
