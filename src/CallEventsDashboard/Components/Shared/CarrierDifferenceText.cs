using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Shared;

/// <summary>What the log says otherwise than a call record, in words.</summary>
internal static class CarrierDifferenceText
{
    /// <summary>Null where there is nothing.</summary>
    public static string? Words(IReadOnlyList<CarrierDifference> differences, InstantFormat instants) => differences.Count == 0 ? null
        : string.Join(" · ", differences.Select(difference => difference.Kind switch
        {
            CarrierDifferenceKind.Answer => $"answered {instants.Clock(difference.At!.Value)}",
            CarrierDifferenceKind.End => $"hung up {instants.Clock(difference.At!.Value)}",
            CarrierDifferenceKind.Sip => $"SIP {VisibleText.Line(difference.Text!, 20)}",
            _ => VisibleText.Line(difference.Text!, 60),
        }));
}
