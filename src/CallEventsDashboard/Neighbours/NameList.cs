using System.Collections.Frozen;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>A list of Telnyx that has names for IDs.</summary>
/// <param name="Pages">How many pages of it are read at most, each of 250.</param>
/// <param name="Product">The product whose applications it has; null for one that is not of applications.</param>
internal sealed record NameList(string Endpoint, Func<int, ResourceRequest> Page, int Pages, string? Product = null)
{
    private const string CallControl = "call_control";

    /// <summary>In the order in which they are asked.</summary>
    public static IReadOnlyList<NameList> All { get; } =
    [
        new(Connections.Endpoint, Connections.Page, 2),
        new(CallControlApplications.Endpoint, CallControlApplications.Page, 1, CallControl),
        new(TexmlApplications.Endpoint, TexmlApplications.Page, 1, "texml"),
        new(FaxApplications.Endpoint, FaxApplications.Page, 1, "fax"),
        new(OutboundVoiceProfiles.Endpoint, OutboundVoiceProfiles.Page, 1),
    ];

    private static readonly FrozenSet<string> Products = All.Select(list => list.Product).OfType<string>().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool IsOfProfiles => Endpoint == OutboundVoiceProfiles.Endpoint;

    /// <summary>Whether it may have more of a connection, or have one that no list has named so far.</summary>
    /// <param name="known">What is known of the connection; null where it has no name yet.</param>
    public bool MayTellOf(NameQuestion question, NamedConnection? known) => (Product, known) switch
    {
        (null, _) => false,
        // Of a product that nobody has heard of it may be in any.
        (_, null) => question.Product is not { } product || !Products.Contains(product) || Product.Equals(product, StringComparison.OrdinalIgnoreCase),
        _ => question.WantsFacts && IsOf(known, question.Product),
    };

    /// <summary>Whether reading the names again by hand, for one connection, asks it.</summary>
    /// <inheritdoc cref="MayTellOf"/>
    public bool IsOfHand(NameQuestion question, NamedConnection? known) =>
        Product is null || (known is not null ? IsOf(known, question.Product ?? CallControl) : Product.Equals(question.Product ?? CallControl, StringComparison.OrdinalIgnoreCase));

    // The names of kinds are not documented: `call_control_application` and `call_control` are the same, and one without a kind is of its event's product.
    private bool IsOf(NamedConnection known, string? product) => known.Kind is { Length: > 0 } kind
        ? kind.StartsWith(Product!, StringComparison.OrdinalIgnoreCase) : Product!.Equals(product, StringComparison.OrdinalIgnoreCase);
}
