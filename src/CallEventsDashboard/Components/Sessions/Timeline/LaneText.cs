using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>The texts beside a lane.</summary>
internal static class LaneText
{
    private const int ShortId = 8;
    private const int MaxNumber = 80;

    public static string Title(Leg leg, int index) => leg.LegId.Length == 0 ? "No leg" : $"Leg {Letters.Format(index)}";

    public static string Numbers(Leg leg) => leg switch
    {
        { LegId.Length: 0 } => "events that name no leg",
        { From: null, To: null } => "numbers not known",
        _ => $"{VisibleText.Isolate(Number(leg.From))} → {VisibleText.Isolate(Number(leg.To))}",
    };

    public static string Short(string id) => VisibleText.Cell(VisibleText.Clip(id, ShortId));

    /// <summary>How the leg came to be; its direction where nothing says more.</summary>
    public static string Role(Leg leg, IReadOnlyList<Leg> legs) => (leg.Relation?.Kind, leg.Direction) switch
    {
        (LegRelationKind.Caller, _) => "caller",
        (LegRelationKind.Dialled, _) => "dialled",
        (LegRelationKind.Transfer, _) => $"transfer of {Other(leg.Relation!, legs)}",
        (_, LegDirection.Incoming) => "incoming",
        (_, LegDirection.Outgoing) => "outgoing",
        _ => "",
    };

    /// <summary>The group of a leg in a session of many: those that came about in the same way.</summary>
    public static string Group(Leg leg) => (leg.Relation?.Kind, leg.Direction) switch
    {
        _ when leg.LegId.Length == 0 => "No leg",
        (LegRelationKind.Caller, _) or (_, LegDirection.Incoming) => "Callers",
        (LegRelationKind.Transfer, _) => "Transfers",
        (LegRelationKind.Dialled, _) or (_, LegDirection.Outgoing) => "Dialled",
        _ => "Other legs",
    };

    /// <summary>Whom the leg met: <c>bridged with B, in a conference</c>; empty when nobody.</summary>
    public static string Meetings(Leg leg, IReadOnlyList<Leg> legs) => string.Join(", ", leg.Relations.Select(relation => relation.Kind switch
    {
        LegRelationKind.Bridge => relation.OtherLegId is null ? "bridged" : $"bridged with {Other(relation, legs)}",
        LegRelationKind.Conference => "in a conference",
        _ => "",
    }).Where(text => text.Length > 0));

    private static string Other(LegRelation relation, IReadOnlyList<Leg> legs)
    {
        for (var i = 0; i < legs.Count; i++)
        {
            if (string.Equals(legs[i].LegId, relation.OtherLegId, StringComparison.OrdinalIgnoreCase))
                return Letters.Format(i);
        }

        return "another leg";
    }

    private static string Number(string? number) => string.IsNullOrEmpty(number) ? "?" : PhoneText.International(VisibleText.Line(number, MaxNumber));
}
