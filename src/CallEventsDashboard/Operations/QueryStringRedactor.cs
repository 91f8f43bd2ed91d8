using System.Diagnostics;
using OpenTelemetry;

namespace CallEventsDashboard.Operations;

/// <summary>Removes the query string of each address in a span: links and requests to Telnyx hold phone numbers there.</summary>
internal sealed class QueryStringRedactor : BaseProcessor<Activity>
{
    private static readonly string[] Addresses = ["url.full", "http.url", "http.target", "url.path"];
    private static readonly string[] Queries = ["url.query", "user_agent.original", "client.address", "network.peer.address"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Queries)
            data.SetTag(tag, null);
        foreach (var tag in Addresses)
        {
            if (data.GetTagItem(tag) is string address && address.IndexOfAny(['?', '#']) is var end and >= 0)
                data.SetTag(tag, address[..end]);
        }
    }
}
