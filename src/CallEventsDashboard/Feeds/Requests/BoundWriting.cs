using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// Writes the bounds of one list so that the service takes them for what they mean: to the microsecond, with the rows of that very instant or without them.
/// A service may have finer times than a request can name, or leave the rows of a bound's own instant out; its answers show that.
/// </summary>
internal sealed class BoundWriting
{
    private const int MicrosecondDigits = 6;
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);

    /// <summary>Whether times are finer than microseconds, so that a bound at the time of a row, cut to them, is older than the row.</summary>
    public bool IsFiner { get; private set; }

    /// <summary>Whether <c>lte</c> and <c>gte</c> leave out the rows of their own instant.</summary>
    public bool IsExclusive { get; private set; }

    /// <summary>Whether the service answers no request that has a bound: none is sent.</summary>
    public bool AreRefused { get; private set; }

    public void Refuse() => AreRefused = true;

    /// <returns>Whether the answer shows for the first time that times are finer.</returns>
    public bool Learn(CallEventPage page)
    {
        if (IsFiner || !page.Events.Any(row => IsFinerThanBounds(row.OccurredAtText)))
            return false;
        return IsFiner = true;
    }

    /// <summary>An answer to a bound at the time of a row did not hold the row.</summary>
    /// <returns>False when that was known, or has another cause.</returns>
    public bool LearnExclusive()
    {
        if (IsExclusive || IsFiner)
            return false;
        return IsExclusive = true;
    }

    /// <summary>The same rows by a bound that is never written in another way. The rows of a list's own last instant are in its first answer, which shows nothing of that yet.</summary>
    public static TimeBound Sure(TimeBound bound) => bound.Comparison is TimeComparison.AtOrBefore ? new(TimeComparison.Before, bound.At + Step) : bound;

    /// <summary>The bound as it goes on the wire: one that holds the same rows on a service which compares as it says.</summary>
    public TimeBound Write(TimeBound bound) => (bound.Comparison, IsFiner, IsExclusive) switch
    {
        (TimeComparison.AtOrBefore, true, _) or (TimeComparison.AtOrBefore, _, true) => new(TimeComparison.Before, bound.At + Step),
        (TimeComparison.After, true, _) => new(TimeComparison.AtOrAfter, bound.At + Step),
        (TimeComparison.AtOrAfter, false, true) => new(TimeComparison.After, bound.At - Step),
        _ => bound,
    };

    private static bool IsFinerThanBounds(string? time)
    {
        var text = time.AsSpan();
        var point = text.LastIndexOfAny('.', ',');
        if (point < 0 || !text.Contains(':'))
            return false;
        var digits = text[(point + 1)..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        return digits.Length > MicrosecondDigits && digits[MicrosecondDigits..].ContainsAnyExcept('0');
    }
}
