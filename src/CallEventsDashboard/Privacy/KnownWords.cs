using System.Collections.Frozen;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>The words that Telnyx itself uses. A name, an enumeration or an error made of nothing else identifies nobody.</summary>
/// <remarks>Words and not whole names, as the service's lists grow: a field that is new is mostly made of words that are known.</remarks>
internal static class KnownWords
{
    private const int LongestText = 300;

    private const string FieldNames =
        """
        record_type call_event call_leg_id call_session_id leg_id application_session_id event_timestamp occurred_at name type product payload payload_type metadata event event_type
        id data meta organization_id user_id account_sid call_sid connection_id connection_name call_control_app_id call_control_id other_call_control_id command_id client_state
        target_leg_client_state failed attempt attempts delivered_to status status_detail state from to from_number to_number from_sip_uri to_sip_uri caller_id_name caller_id_number
        caller_name caller called callee_name forwarded_from phone_number transfer_to display_name direction calling_party_type call_screening_result shaken_stir_attestation
        shaken_stir_validated codec codecs offered_codecs connection_codecs sampling_rate custom_headers sip_headers tags start_time end_time hangup_cause hangup_source hangup_details
        sip_hangup_cause sip_notify_response call_quality_stats inbound outbound mos jitter_max_variance jitter_packet_count packet_count skip_packet_count digit digits minimum_digits
        maximum_digits valid_digits terminating_digit timeout_secs timeout_millis inter_digit_timeout_millis initial_timeout_millis invalid_payload media_url media_name audio_url
        stream_url stream_id stream_type stream_track stream_params overlay loop result results reason failure_reason failure_cause channels format play_beep max_length
        recording_id recording_started_at recording_ended_at recording_urls public_recording_urls recording_transcription_id mp3 wav transcription transcription_text transcription_data
        transcription_track transcript confidence is_final queue queue_name queue_id current_position queue_avg_wait_time_secs wait_time_secs total_cost billed_duration_secs
        call_duration call_duration_secs duration_sec duration_secs duration_millis cost cost_parts call_part currency rate conference_id conference_name creator_call_session_id
        parent_call_session_id participant_id fax_id page_count original_media_url quality assistant assistant_id conversation_id insight_id insight_group_id message message_history
        messages role content greeting prompt summary instructions parameters required properties description text transcript_text voice voice_settings language service_level
        webhook_url webhook_url_method webhook_failover_url answering_machine_detection answering_machine_detection_config time_limit_secs park_after_unbridge record record_channels
        record_format sound_modifications media_encryption privacy_header link_to billing_group_id outbound_voice_profile_id application_id application_name texml_application_id
        request response method url uri headers body errors error code title detail source pointer parameter value key label party_size greeting_duration machine premium
        CallSid CallSidLegacy AccountSid CallStatus ApiVersion CallerName SpeechResult TranscriptionText Confidence DigitsPressed RecordingUrl RecordingSid RecordingDuration
        SequenceNumber Timestamp CallbackSource ParentCallSid AnsweredBy user_agent ip port host http started_at finished_at created_at updated_at expires_at position enqueued_at
        joined_at left_at muted on_hold end_conference_on_exit beep_enabled supervisor_role whisper_call_control_ids hold_audio_url max_participants padding
        webhook webhook_delivery webhook_deliveries telnyx_session_id telnyx_leg_id root children links self records relationship child event_cost cumulative_cost event_count event_name
        products total flow_source leg_direction attempted connected completed call_sec billed_sec hangup_code sip_invite_failure_status telnyx_error_code rtp_use_codec_name shaken_stir
        outbound_profile_id route cli cld dest_number telnyx_connection telnyx_cc_app
        transcription_duration_ms llm_first_token_duration_ms audio_first_token_duration_ms start_speaking_plan_extra_wait_duration_ms end_user_perceived_latency_ms sent_at tool_calls
        model provider engine temperature tool tools function arguments usage tokens interruption_settings transcription_engine partial_results
        """;

    private const string Values =
        """
        incoming outgoing parked bridging answered ringing hangup active completed busy canceled in-progress no-answer init in_progress queued delivered success error fail failure
        call_rejected normal_clearing originator_cancel timeout time_limit user_busy not_found no_answer unspecified unknown none caller callee pstn sip webrtc call_control fax texml
        true false command webhook call_scripting_webhook valid invalid call_hangup cancelled cancelled_amd file_not_found human human_residence human_business machine silence fax_detected
        not_sure beep_detected no_beep_detected ended single dual bridged bridging-in-process leave all_left host_left time_exceeded websocket dialogflow media.processed sending
        receiver_no_answer destination_unreachable fax_signaling_error sender_disconnected call_dropped llm_error user_silence user_hangup assistant_hangup max_duration
        female male text ssml en us gb de fr es it pt nl au ca mx br detect premium disabled enabled default infinity object string number integer boolean array both
        OPUS G722 G729 G711 PCMU PCMA GSM AMR VP8 H264 POST GET PUT DELETE USD EUR GBP A B C sip-trunking call-control recording storage amd speech-to-text text-to-speech assistant
        user system tool initiated received sending.started allow deny block passed verified full partial gateway congestion network unallocated interworking exchange routing
        recv_bye send_bye recv_cancel send_cancel recv_refuse send_refuse originator_cancel manager_request call_leg usage premium conversation
        inference noise-suppression media-streaming siprec-client conference-participant webrtc stt tts balance credit_limit available_credit pending
        subscriber absent circuit channel unavailable temporary bearer capability resources normal_unspecified protocol_error incompatible_destination not_acceptable_here
        """;

    private const string Sentences =
        """
        Call has already ended. Invalid enumerated value. The value must be one of those that the command knows. Missing required parameter. The parameter to is required. Value outside of range.
        The value is outside of allowed range. Authentication failed. Authorization failed. Too many requests. You have exceeded the maximum number of allowed requests. Bad request.
        Resource not found. The requested resource or URL could not be found. Unexpected error. Internal server error. Request timeout. Service unavailable. Unprocessable entity. Method not allowed.
        Invalid phone number. Phone number must be in +E164 format. Invalid destination number. Unverified origination number. Invalid caller ID. Invalid call control ID. Call is no longer active
        and can't receive commands. Call not answered yet. This call has not been answered. Call has already been answered. Call is not bridged. Call recording is not in progress. Conference does not exist.
        Participant is not in the conference. Channel limit exceeded. Concurrent call limit reached. Account is disabled. Account balance is insufficient. Destination country is not whitelisted.
        Outbound calls are not enabled. Dialed number is not included in whitelisted countries. Connection is not active. Invalid media URL. Unsupported media type. Media file could not be downloaded.
        File too large. Incorrect type of parameter. Invalid JSON syntax. Queue is full. Duplicate command. An error occurred while processing the request. Please try again later. Contact support.
        Failed to authorize with storage using custom credentials. Failed to upload the recording. Feature not permitted. Operation timed out. No voice profile is assigned. Only numbers are accepted.
        """;

    private static readonly FrozenSet<string> OfNames = FrozenSet.ToFrozenSet(
        EventCatalogue.All.Select(entry => entry.Name).Append(FieldNames).Append(Values).SelectMany(Split), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OfSentences = FrozenSet.ToFrozenSet([.. OfNames, .. Split(Sentences)], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name (<c>call_leg_id</c>, <c>CallSid</c>) or an enumeration (<c>user_busy</c>, <c>PCMU,PCMA</c>) is made of known words.</summary>
    public static bool IsName(string text) => IsMadeOf(OfNames, text, isSentence: false);

    /// <summary>Whether a sentence is made of known words, and of numbers of up to three digits.</summary>
    public static bool IsSentence(string text) => IsMadeOf(OfSentences, text, isSentence: true);

    private static bool IsMadeOf(FrozenSet<string> words, string text, bool isSentence)
    {
        if (text.Length is 0 or > LongestText || NumberNotation.IsIn(text))
            return false;
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = text.AsSpan();
        var isAny = false;
        while (rest.Length > 0)
        {
            var length = WordLength(rest);
            if (length == 0 && !IsBetween(rest[0], isSentence))
                return false;
            if (length > 0 && !known.Contains(rest[..length]) && !(isSentence && length <= 3 && !rest[..length].ContainsAnyExceptInRange('0', '9')))
                return false;
            isAny |= length > 0;
            rest = rest[Math.Max(1, length)..];
        }

        return isAny;
    }

    private static IEnumerable<string> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = WordLength(text.AsSpan(at));
            if (length > 0)
                yield return text.Substring(at, length);
            at += Math.Max(1, length);
        }
    }

    // CallSid is two words, and so is call_sid; SPEAK is one.
    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || (length > 0 && text[length] == '\''))
            && !(length > 0 && char.IsAsciiLetterUpper(text[length]) && char.IsAsciiLetterLower(text[length - 1])))
            length++;
        return length;
    }

    private static bool IsBetween(char sign, bool isSentence) => sign is '_' or '-' or '.' or ',' || (isSentence && sign is ' ' or ':' or ';' or '(' or ')' or '\'' or '"' or '/' or '+');
}
