namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Opens one event of a list after the other and looks at every place of its pane.</summary>
internal static class DetailWalk
{
    /// <summary>Events in one call of the script: some seconds.</summary>
    public const int Stride = 100;

    /// <summary>Opens the events from one place in the list to before another.</summary>
    public const string Script =
        """
        const [first, end] = it;
        const parts = text => text.split(' · ').map(part => part.replace(/^(SIP|MOS) /, ''));
        const lookAt = detail => {
          add('heading', detail.querySelector('h2').textContent);
          add('heading type', detail.querySelector('.when .type')?.textContent);
          for (const fact of detail.querySelectorAll('[data-field]')) {
            for (const value of fact.querySelectorAll('dd > span:not(.tools, .hint)')) for (const part of parts(value.textContent)) add(`fact ${fact.dataset.field}`, part);
            add(`copied ${fact.dataset.field}`, fact.querySelector('[data-copy]')?.dataset.copy);
          }
          for (const choice of detail.querySelectorAll('button[data-filter]')) add(`filter ${choice.dataset.filter}`, choice.querySelector('.value').textContent);
          for (const line of detail.querySelectorAll('[data-path]')) {
            const path = line.dataset.path.replace(/\[".*$/, '');
            const name = path.split('.').at(-1);
            const key = line.querySelector('.key').textContent.replace(/^[▾▸]/, '');
            if (line.dataset.path !== path) { add(`name in ${name}`, key); add(`path in ${name}`, JSON.parse(line.dataset.path.slice(path.length + 1, -1))); }
            const value = line.querySelector('.body > span')?.textContent;
            if (value?.startsWith('"')) add(line.dataset.path === path ? `json ${name}` : `value in ${name}`, value.slice(1, -1));
            add(`hint ${name}`, line.querySelector('.body > .hint')?.textContent);
          }
          const record = JSON.parse(detail.querySelector('pre[hidden]').textContent);
          add('copied JSON', record.name);
          const [curl, node] = [...detail.querySelectorAll('[data-copy*="TELNYX_API_KEY"]')].map(button => button.dataset.copy);
          const asked = curl.match(/--data(-urlencode)? 'filter\[leg_id\]=([^']*)'/);
          add('copied curl', asked && (asked[1] ? asked[2] : decodeURIComponent(asked[2])));
          add('copied Node', JSON.parse(node.match(/leg_id: ("(?:[^"\\]|\\.)*")/)?.[1] ?? '""'));
        };
        for (let index = first; index < end; index++) {
          const row = await rowAt('event', index);
          row.click();
          const detail = await until(() => byId('event-detail')?.dataset.fingerprint === row.dataset.fingerprint && byId('event-detail'));
          const isFolded = () => [...detail.querySelectorAll('[data-path][aria-expanded=false]')].some(line => Number(line.getAttribute('aria-level')) <= 3);
          if (isFolded()) { detail.querySelector('[aria-label="Expand all"]').click(); await until(() => !isFolded()); }
          lookAt(detail);
        }
        """;

    private static readonly string[] Facts =
    [
        "Ended because", "Digits", "Result", "Status", "Reason", "Failed because", "Transfer answer", "Says", "Voice", "Transcript", "Queue", "Delivery", "Sent to", "From", "To",
        "Caller name", "Direction", "Caller proof", "Leg", "Session", "Connection", "Conference", "Fax", "Product", "Client state", "Quality", "Recording", "Cost", "Media", "Pages",
    ];

    // The record's own names in both shapes, then those of what is said about the call.
    private static readonly string[] Names =
    [
        "record_type", "call_leg_id", "call_session_id", "leg_id", "application_session_id", "organization_id", "user_id", "connection_id", "product", "name", "type", "status", "delivered_to",
        "from", "to", "hangup_cause", "sip_hangup_cause", "digits", "result", "reason", "failure_reason", "sip_notify_response", "payload", "voice", "transcript", "queue",
        "caller_id_name", "direction", "shaken_stir_attestation", "total_cost", "media_name", "page_count", "conference_id", "fax_id",
    ];

    /// <summary>Every place of the pane that shows a text as it was sent. Durations and the horizon are numbers; a filter by leg or session takes only their ids.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "heading", "heading type*60", "filter Event name*60", "filter From*60", "filter To*60", "filter Connection ID*60", "copied JSON", "copied curl", "copied Node", "name in metadata", "path in metadata", "value in metadata",
        "name in recording_urls", "value in recording_urls", "hint client_state*120", .. Names.Select(name => $"json {name}"), .. Facts.Select(fact => fact == "Recording" ? $"fact {fact}*40" : $"fact {fact}"),
    ];
}
