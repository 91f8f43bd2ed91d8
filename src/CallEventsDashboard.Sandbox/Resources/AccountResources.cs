using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>What the same key can read beside the log of call events: of the same calls, told by other parts of the service. Safe for several threads.</summary>
internal sealed class AccountResources
{
    /// <summary>A key that may read the log and nothing else.</summary>
    private const string LogOnlyKey = "KEY_LOG_ONLY";

    private const string Base = "/v2/";

    private readonly SandboxOptions _options;
    private readonly Dictionary<string, Func<string[], string, IReadOnlySet<ResourceTrap>, ResourceReply>> _byName;
    private readonly Dictionary<string, LimitedRequests> _limited;

    public AccountResources(SandboxOptions options, CallEventList list, TimeProvider time, DateTimeOffset start)
    {
        _options = options;
        var unlogged = UnloggedCall.Of(options.Seed, Micros.From(start));
        var (deliveries, analyses, calls) = (new DeliveriesResource(list, time), new AnalysesResource(list, time, unlogged), new CallsResource(list, time));
        var (recordings, details) = (new RecordingsResource(list, time), new DetailRecordsResource(options, list, time, unlogged));
        var (conversations, transcriptions) = (new ConversationsResource(list, time), new TranscriptionsResource(list));
        _byName = new(StringComparer.Ordinal)
        {
            [DeliveriesResource.Name] = (path, query, traps) => path.Length == 0 ? deliveries.List(query, traps) : ResourceReply.NotFound,
            [CallsResource.Name] = (path, _, _) => path is [var id] ? calls.OfCall(id) : ResourceReply.NotFound,
            [RecordingsResource.Name] = (path, query, _) => path.Length == 0 ? recordings.List(query) : ResourceReply.NotFound,
            [TranscriptionsResource.Name] = (path, query, _) => path.Length == 0 ? transcriptions.List(query) : ResourceReply.NotFound,
            [ConversationsResource.Name] = (path, query, _) => path switch
            {
                ["conversations"] => conversations.List(query),
                ["conversations", var id, "messages"] => conversations.Messages(id, query),
                _ => ResourceReply.NotFound,
            },
            [DetailRecordsResource.Name] = (path, query, _) => path.Length == 0 ? details.List(query) : ResourceReply.NotFound,
            [OwnerResource.Name] = (path, _, _) => path.Length == 0 ? OwnerResource.Owner(options) : ResourceReply.NotFound,
            [OwnerResource.BalanceName] = (path, _, traps) => path.Length == 0 ? OwnerResource.Balance(traps) : ResourceReply.NotFound,
            [ConnectionsResource.Name] = (path, query, traps) => path.Length == 0 ? ConnectionsResource.List(query, traps) : ResourceReply.NotFound,
            [ConnectionsResource.CallControlName] = (path, query, _) => path.Length == 0 ? ConnectionsResource.ListCallControl(query) : ResourceReply.NotFound,
            [ConnectionsResource.TexmlName] = (path, query, _) => path.Length == 0 ? ConnectionsResource.ListTexml(query) : ResourceReply.NotFound,
            [ConnectionsResource.FaxName] = (path, query, _) => path.Length == 0 ? ConnectionsResource.ListFax(query) : ResourceReply.NotFound,
            [ConnectionsResource.ProfilesName] = (path, query, _) => path.Length == 0 ? ConnectionsResource.ListProfiles(query) : ResourceReply.NotFound,
            [AnalysesResource.Name] = (path, _, traps) => path is ["call-session", var id] ? analyses.OfSession(id, traps) : ResourceReply.NotFound,
        };
        _limited = options.RateLimit is { } limit ? _byName.Keys.ToDictionary(name => name, _ => new LimitedRequests(limit), StringComparer.Ordinal) : [];
    }

    /// <summary>Whether the path is below one of them.</summary>
    public bool Has(string path) => NameIn(path) is not null;

    /// <summary>Counts a request within the resource's own limit.</summary>
    public LimitedRequests? LimitOf(string path) => NameIn(path) is { } name ? _limited.GetValueOrDefault(name) : null;

    /// <param name="path">One that <see cref="Has"/>.</param>
    /// <param name="traps">The trouble in force; null for that of the options.</param>
    public ResourceReply Get(string path, string query, string? authorization, IReadOnlyList<ResourceTrap>? traps)
    {
        var trouble = traps is null ? _options.Traps : traps.ToHashSet();
        if (trouble.Contains(ResourceTrap.Forbidden) || authorization?.Contains(LogOnlyKey, StringComparison.Ordinal) == true)
            return ResourceReply.Refuse(ApiError.Forbidden);
        var name = NameIn(path)!;
        var reply = _byName[name](path[(Base.Length + name.Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries), PageTraps.Narrow(PageTraps.Widen(query, trouble), trouble), trouble);
        return PageTraps.Conceal(reply, trouble);
    }

    private string? NameIn(string path) => path.StartsWith(Base, StringComparison.Ordinal) && path[Base.Length..].Split('/')[0] is var name && _byName.ContainsKey(name) ? name : null;
}
