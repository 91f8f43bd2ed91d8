using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>What a cell of the list says, as one text: ids are whole, and times say their zone.</summary>
internal static class EventCell
{
    /// <param name="column">The name of a column of the list, or the path of a field.</param>
    /// <param name="row">As it may be seen.</param>
    public static string? Text(string column, CallEvent row, InstantFormat instants, ConnectionBook names) => column switch
    {
        "time" => row.OccurredAt is { } at ? instants.Sortable(at) : row.OccurredAtText ?? "no time",
        "name" => row.Name is "" ? "(no name)" : row.Name,
        "type" => row.Type,
        "delivery" => row.Flaw is RecordFlaw.None ? DeliveryText.From(row).Words : "can't be read",
        "details" => Plain(DetailsText.Format(row)),
        "from" => Number(row.From),
        "to" => Number(row.To),
        "leg" => row.LegId,
        "session" => row.SessionId,
        "connection" => names.Find(row.ConnectionId, row.Product)?.Name ?? row.ConnectionId,
        _ => FieldPath.Parse(column) is { } path ? new RecordFields(row).Read(path) : null,
    };

    private static string? Number(string? number) => string.IsNullOrEmpty(number) ? null : PhoneText.International(number);

    // What keeps texts of both directions apart on a page is no part of them.
    private static string? Plain(string? text) => text?.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
