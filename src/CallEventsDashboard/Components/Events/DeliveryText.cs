using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>What a row says of how its webhook or its command fared.</summary>
/// <param name="Words">A dash where there is nothing to say.</param>
/// <param name="Class">The class of their element.</param>
/// <param name="Handle">The element's handle; null where it has none.</param>
/// <param name="Code">Of a refused command, the code of its first error, or empty; else null.</param>
internal readonly record struct DeliveryText(string Words, string Class, string? Handle = null, string? Code = null)
{
    public static DeliveryText From(CallEvent row)
    {
        if (row.IsRefused)
            return new(ErrorText.Refused(row), "pill bad", "refused", ErrorText.Code(row));
        var attempt = row.Attempt is > 1 ? $" · {row.Attempt}" : null;
        if (row.Failed is true)
            return new($"failed{attempt}", "pill bad");
        var words = row.DeliveryStatus is { Length: > 0 } status ? VisibleText.Cell(status) : row is { Failed: false, IsCommand: false } ? "delivered" : null;
        return new(words is null ? "–" : words + attempt, "dim");
    }

    /// <summary>What all attempts to deliver one webhook came to: <c>failed → delivered, 2 attempts</c>.</summary>
    /// <param name="attempts">By their numbers; two or more.</param>
    public static DeliveryText OfAttempts(IReadOnlyList<CallEvent> attempts) =>
        new($"{AttemptText.Chain(attempts)}, {attempts.Count} attempts", attempts[^1].Failed is true ? "pill bad" : attempts.Any(attempt => attempt.Failed is true) ? "pill warn" : "dim");
}
