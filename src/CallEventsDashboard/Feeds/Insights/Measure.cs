using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>One number that Telnyx is asked for: the events of a list that have certain values.</summary>
/// <remarks>
/// Each attempt to deliver a webhook is an event. Those that were delivered are counted of the life of a leg: there is one of each at most, however often it was tried.
/// Call Control writes the names with a dot, TeXML with an underscore.
/// </remarks>
public sealed class Measure
{
    private const string Webhook = "webhook";
    private const string Command = "command";

    private readonly (FilterParameter Parameter, string Value)[] _asked;

    private Measure(string id, params (FilterParameter Parameter, string Value)[] asked) => (Id, _asked) = (id, asked);

    /// <summary>All events of the list.</summary>
    public static Measure Events { get; } = new("events");

    /// <summary>Legs that began.</summary>
    public static Measure Calls { get; } = OfLegs("calls", "call.initiated");

    public static Measure TexmlCalls { get; } = OfLegs("calls-texml", "call_initiated");

    public static Measure Answered { get; } = OfLegs("answered", "call.answered");

    public static Measure TexmlAnswered { get; } = OfLegs("answered-texml", "call_answered");

    /// <summary>Legs that were hung up.</summary>
    public static Measure Ended { get; } = OfLegs("ended", "call.hangup");

    public static Measure TexmlEnded { get; } = OfLegs("ended-texml", "call_hangup");

    public static Measure Commands { get; } = new("commands", (FilterCatalogue.Type, Command));

    public static Measure RefusedCommands { get; } = new("refused-commands", (FilterCatalogue.Type, Command), (FilterCatalogue.Failed, "true"));

    /// <summary>Attempts to deliver a webhook.</summary>
    public static Measure Webhooks { get; } = new("webhooks", (FilterCatalogue.Type, Webhook)) { IsOfWebhooks = true };

    /// <summary>Those that reached the application.</summary>
    public static Measure DeliveredWebhooks { get; } = new("delivered-webhooks", (FilterCatalogue.Type, Webhook), (FilterCatalogue.Failed, "false")) { IsOfWebhooks = true };

    public static Measure FailedWebhooks { get; } = new("failed-webhooks", (FilterCatalogue.Type, Webhook), (FilterCatalogue.Failed, "true")) { IsOfWebhooks = true };

    /// <summary>Failed webhooks of each product; few records say of which they are.</summary>
    public static IReadOnlyList<Measure> FailedWebhooksByProduct { get; } =
        [.. FilterCatalogue.Product.Choices.Select(product => new Measure($"failed-webhooks-{product.Value}", (FilterCatalogue.Type, Webhook), (FilterCatalogue.Failed, "true"), (FilterCatalogue.Product, product.Value)) { IsOfWebhooks = true })];

    /// <summary>In the order in which they are counted.</summary>
    public static IReadOnlyList<Measure> All { get; } =
        [Events, Calls, TexmlCalls, Answered, TexmlAnswered, Ended, TexmlEnded, Commands, RefusedCommands, Webhooks, DeliveredWebhooks, FailedWebhooks, .. FailedWebhooksByProduct];

    /// <summary>Its name for tests and scripts.</summary>
    public string Id { get; }

    /// <summary>The filters that it adds to a list.</summary>
    internal IEnumerable<FilterParameter> Asked => _asked.Select(asked => asked.Parameter);

    private bool IsOfWebhooks { get; init; }

    /// <summary>The events of a list that it counts; null where the list's own filters leave them out.</summary>
    public CallEventQuery? In(CallEventQuery list)
    {
        if (IsOfWebhooks && list.Type is Command)
            return null;
        var query = list with { Order = default };
        foreach (var (parameter, value) in _asked)
        {
            var condition = list.Conditions.For(parameter);
            if (condition.NoneOf.Contains(value) || (condition.AnyOf.Count > 0 && !condition.AnyOf.Contains(value)))
                return null;
            query = parameter.Only(query, value);
        }

        return query;
    }

    public override string ToString() => Id;

    private static Measure OfLegs(string id, string name) => new(id, (FilterCatalogue.EventName, name), (FilterCatalogue.Failed, "false")) { IsOfWebhooks = true };
}
