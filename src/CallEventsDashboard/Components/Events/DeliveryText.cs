using CallEventsDashboard.Decoding;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>What a row says of the delivery of its webhook.</summary>
internal static class DeliveryText
{
    /// <returns>The words, a dash where there is no delivery to speak of, and the class of their element.</returns>
    public static (string Words, string Class) Of(CallEvent row)
    {
        var attempt = row.Attempt is > 1 ? $" · {row.Attempt}" : null;
        if (row.Failed is true)
            return ($"failed{attempt}", "pill bad");
        var words = row.DeliveryStatus is { Length: > 0 } status ? VisibleText.Cell(status) : row is { Failed: false, IsCommand: false } ? "delivered" : null;
        return (words is null ? "–" : words + attempt, "dim");
    }
}
