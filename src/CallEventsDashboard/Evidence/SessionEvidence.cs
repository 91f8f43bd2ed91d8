using System.Globalization;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Evidence;

/// <summary>One session as a file keeps it: its events, what was said of them, and how they were got. It holds no API key.</summary>
public sealed record SessionEvidence
{
    /// <summary>What the file says it is.</summary>
    public const string Format = "call-events-dashboard/session-evidence";

    /// <summary>Raised when an older dashboard could not read the file rightly; a new member alone is no reason.</summary>
    public const int FormatVersion = 1;

    /// <summary>The bytes of the largest file that is written or read.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>A UUID in canonical form.</summary>
    public required string SessionId { get; init; }

    /// <summary>The version of the dashboard that saved it, in three parts.</summary>
    public required string ProductVersion { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Whether numbers, names and texts had stand-ins when it was saved.</summary>
    public bool IsMasked { get; init; }

    /// <summary>How much of the session was read.</summary>
    public SessionExtent Extent { get; init; }

    /// <summary>T0: when the session was read, by the service's clock; null where that was not known.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What the page said of its coverage; null where the file does not say it.</summary>
    public EvidenceCoverage? Coverage { get; init; }

    /// <summary>The last requests for the session, oldest first.</summary>
    public IReadOnlyList<EvidenceRequest> Requests { get; init; } = [];

    /// <summary>How many requests there were in all.</summary>
    public int RequestCount { get; init; }

    /// <summary>Why the call ended, as the version that saved it said; null where the file does not say it.</summary>
    public string? Outcome { get; init; }

    /// <summary>In any order: the reconstruction does not depend on it.</summary>
    public required IReadOnlyList<CallEvent> Events { get; init; }

    /// <summary>The name of the file: the beginning of the session's ID, when it was read, whether it is masked, and whether it is partial.</summary>
    public string FileName => string.Concat(
        "call-session_",
        SessionId.AsSpan(0, 8),
        (AsOf ?? SavedAt).UtcDateTime.ToString("'_'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        $"{(IsMasked ? "_masked" : "")}{(Extent is SessionExtent.Whole ? "" : "_partial")}.evidence.json");

    /// <summary>Why the call ended, as the version that saved the file said; null where this one says the same, or the file does not say it.</summary>
    public string? FindOtherOutcome() => Outcome is { } said && !Reconstruct(Events).Outcome.Text.StartsWith(said, StringComparison.Ordinal) ? said : null;

    /// <summary>The session of events that may be those of this file, or the same ones masked.</summary>
    public CallSession Reconstruct(IReadOnlyCollection<CallEvent> events) => SessionReader.Read(events, Extent, AsOf);
}
