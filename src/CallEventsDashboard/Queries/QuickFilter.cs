namespace CallEventsDashboard.Queries;

/// <summary>A question that is asked often, as filters: chosen by one click, and taken back by another.</summary>
/// <param name="Id">Its name for tests and scripts.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Help">What it shows, as a sentence.</param>
public sealed record QuickFilter(string Id, string Label, string Help)
{
    private readonly Func<CallEventQuery, CallEventQuery> _set = query => query;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<QuickFilter> All { get; } =
    [
        new("failed", "Failed", "Webhooks that were not delivered, and commands that Telnyx refused.") { Set = query => query with { Failed = true } },
        new("failed-webhooks", "Failed webhooks", "Attempts to deliver a webhook that failed.") { Set = query => query with { Failed = true, Type = "webhook" } },
        new("refused-commands", "Refused commands", "Commands that Telnyx refused.") { Set = query => query with { Failed = true, Type = "command" } },
        new("failed-calls", "Calls that failed", "Hang-ups whose cause is not a normal end (busy, no answer, rejected and others), TeXML included, and faxes that failed. Telnyx has no such filter, so the dashboard checks each event.")
        {
            Set = query => (query.Type == "command" ? query with { Type = null } : query) is var any && IsEnd(any.Name) ? any with { CallFailed = true } : any with { CallFailed = true, Name = null },
        },
    ];

    private Func<CallEventQuery, CallEventQuery> Set { init => _set = value; }

    /// <summary>Whether the query asks this, whatever else it asks.</summary>
    public bool IsSet(CallEventQuery query) => With(query) == query;

    /// <summary>The query with this, in the place of any other of them.</summary>
    public CallEventQuery With(CallEventQuery query) => _set(Without(query));

    /// <summary>The query without any of them.</summary>
    public static CallEventQuery Without(CallEventQuery query) =>
        query.Failed is true ? query with { Failed = null, Type = null, CallFailed = false } : query with { CallFailed = false };

    private static bool IsEnd(string? name) => name is "call.hangup" or "call_hangup" or "fax.failed";
}
