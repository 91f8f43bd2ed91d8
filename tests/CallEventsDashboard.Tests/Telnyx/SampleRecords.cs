namespace CallEventsDashboard.Telnyx;

/// <summary>Composed records of every shape that is documented or was seen in the field; no number, id or token in them is real.</summary>
internal static class SampleRecords
{
    public const string DocumentedWebhook = """
        {
          "record_type": "call_event",
          "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "event_timestamp": "2026-11-23T03:30:30.816307Z",
          "name": "call.hangup",
          "type": "webhook",
          "metadata": {
            "attempt": 1,
            "delivered_to": "https://app.example.test/telnyx",
            "event": {
              "event_type": "call.hangup",
              "id": "0f0e3a52-7f0c-4f57-8f4a-6a1f7f2d0001",
              "occurred_at": "2026-11-23T03:30:30.816307Z",
              "payload": {
                "call_control_id": "v3:Zx0TestTokenNotReal_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
                "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
                "connection_id": "2811212257810187875",
                "client_state": null,
                "from": "+12025550142",
                "to": "+12025550131",
                "calling_party_type": "pstn",
                "call_quality_stats": {
                  "inbound": {
                    "jitter_max_variance": "2.74",
                    "jitter_packet_count": "0",
                    "mos": "4.50",
                    "packet_count": "591",
                    "skip_packet_count": "9"
                  },
                  "outbound": {"packet_count": "268", "skip_packet_count": "0"}
                },
                "hangup_cause": "normal_clearing",
                "hangup_source": "caller",
                "sip_hangup_cause": "200",
                "start_time": "2026-11-23T03:30:00.076316Z",
                "end_time": "2026-11-23T03:30:30.816307Z"
              },
              "record_type": "event"
            },
            "status": "delivered"
          },
          "organization_id": null,
          "user_id": "901dbc74-1597-4d15-aad2-000000000000"
        }
        """;

    public const string DocumentedFailedAttempt = """
        {
          "record_type": "call_event",
          "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "event_timestamp": "2026-11-23T03:30:02.456310Z",
          "name": "call.speak.started",
          "type": "webhook",
          "metadata": {
            "attempt": 2,
            "delivered_to": "https://failover.example.test/telnyx",
            "event": {
              "event_type": "call.speak.started",
              "id": "0f0e3a52-7f0c-4f57-8f4a-6a1f7f2d0001",
              "occurred_at": "2026-11-23T03:30:02.456310Z",
              "payload": {
                "call_control_id": "v3:Zx0TestTokenNotReal_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
                "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
                "connection_id": "2811212257810187875",
                "client_state": null,
                "from": "+12025550142",
                "to": "+12025550131"
              },
              "record_type": "event"
            },
            "status": "failed"
          }
        }
        """;

    public const string DocumentedCommand = """
        {
          "record_type": "call_event",
          "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "event_timestamp": "2026-11-23T03:30:00.401002Z",
          "name": "answer",
          "type": "command",
          "metadata": {}
        }
        """;

    public const string FieldWebhook = """
        {
          "record_type": "call_event",
          "leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "application_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "connection_id": "2811212257810187875",
          "product": "call_control",
          "from": "+12025550142",
          "to": "+12025550131",
          "failed": false,
          "name": "call.hangup",
          "type": "webhook",
          "occurred_at": "2026-11-23 03:30:30.816307",
          "payload": {
            "event_type": "call.hangup",
            "id": "0f0e3a52-7f0c-4f57-8f4a-6a1f7f2d0001",
            "occurred_at": "2026-11-23T03:30:30.816307Z",
            "payload": {
              "call_control_id": "v3:Zx0TestTokenNotReal_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
              "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
              "connection_id": "2811212257810187875",
              "client_state": null,
              "from": "+12025550142",
              "to": "+12025550131",
              "calling_party_type": "pstn",
              "call_quality_stats": {
                "inbound": {
                  "jitter_max_variance": "2.74",
                  "jitter_packet_count": "0",
                  "mos": "4.50",
                  "packet_count": "591",
                  "skip_packet_count": "9"
                },
                "outbound": {"packet_count": "268", "skip_packet_count": "0"}
              },
              "hangup_cause": "normal_clearing",
              "hangup_source": "caller",
              "sip_hangup_cause": "200",
              "start_time": "2026-11-23T03:30:00.076316Z",
              "end_time": "2026-11-23T03:30:30.816307Z"
            },
            "record_type": "event"
          },
          "metadata": {}
        }
        """;

    public const string FieldTexmlWebhook = """
        {
          "record_type": "call_event",
          "leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "application_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "connection_id": "2811212257810187875",
          "product": "texml",
          "from": "+12025550142",
          "to": "+12025550131",
          "name": "call_hangup",
          "type": "call_scripting_webhook",
          "occurred_at": "2026-11-23 03:30:30.816307",
          "payload": {
            "payload": {
              "call_control_id": "v3:Zx0TestTokenNotReal_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "call_leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
              "call_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
              "connection_id": "2811212257810187875",
              "hangup_cause": "normal_clearing",
              "hangup_source": "caller"
            }
          }
        }
        """;

    public const string FieldTexmlFetch = """
        {
          "record_type": "call_event",
          "leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "application_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "connection_id": "2811212257810187875",
          "product": "texml",
          "name": "instructions.fetch",
          "type": "command",
          "occurred_at": "2026-11-23 03:30:04.120000",
          "payload": {
            "request": {
              "body": {
                "CallSid": "v3:Zx0TestTokenNotReal_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "CallStatus": "in-progress",
                "SpeechResult": "",
                "Confidence": null
              }
            }
          }
        }
        """;

    public const string FieldCommand = """
        {
          "record_type": "call_event",
          "leg_id": "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
          "application_session_id": "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
          "connection_id": "2811212257810187875",
          "product": "call_control",
          "name": "speak",
          "type": "command",
          "failed": false,
          "occurred_at": "2026-11-23 03:30:01.010000",
          "payload": {"payload": "Hello", "voice": "female"}
        }
        """;

    public static TheoryData<string> All { get; } = [DocumentedWebhook, DocumentedFailedAttempt, DocumentedCommand, FieldWebhook, FieldTexmlWebhook, FieldTexmlFetch, FieldCommand];
}
