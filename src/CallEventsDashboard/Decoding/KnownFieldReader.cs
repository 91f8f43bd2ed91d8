using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>The known fields of an event, the most telling first; a field that the record lacks, or has in an unusable type, is not in the list.</summary>
public static class KnownFieldReader
{
    public static IReadOnlyList<KnownField> Read(CallEvent callEvent, DateTimeOffset now, InstantFormat instants)
    {
        var payload = CallEventBody.Payload(callEvent);
        IEnumerable<KnownField?> fields =
        [
            HangupFields.Reason(payload),
            .. OutcomeFields.Read(payload),
            DeliveryFields.Status(callEvent),
            DeliveryFields.Address(callEvent),
            .. PartyFields.Read(callEvent, payload),
            .. MediaFields.Read(callEvent, payload, now, instants),
            .. IdentityFields.Read(callEvent, payload, instants),
            Horizon.Read(callEvent, now),
        ];
        return [.. fields.OfType<KnownField>()];
    }
}
