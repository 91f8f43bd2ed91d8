using System.Globalization;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>How the webhook, or the command, fared.</summary>
public static class DeliveryFields
{
    public static KnownField? Status(CallEvent callEvent)
    {
        var status = callEvent.DeliveryStatus ?? callEvent.Failed switch
        {
            true => callEvent.IsRefused ? "refused" : "failed",
            false => callEvent.IsCommand ? "did not fail" : "delivered",
            null => null,
        };
        var attempt = callEvent.Attempt is { } number ? string.Create(CultureInfo.InvariantCulture, $"attempt {number}") : null;
        if (status is null && attempt is null)
            return null;
        return new KnownField(callEvent.IsCommand ? "Outcome" : "Delivery", status ?? "unknown", Hint: attempt)
        {
            Tone = callEvent.Failed switch { true => FieldTone.Bad, false => FieldTone.Good, null => FieldTone.Plain },
        };
    }

    public static KnownField? Address(CallEvent callEvent) =>
        callEvent.DeliveredTo is { Length: > 0 } address ? new KnownField("Sent to", SecretText.Url(address)) { Form = FieldForm.Id } : null;
}
