using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Evidence;

/// <summary>
/// Reads an evidence file, which anybody may have written. What it needs is format, version, session, time and events; a member that it does not know is passed over,
/// and one that only says more of the session may be missing. Nothing here throws.
/// </summary>
public static partial class EvidenceReader
{
    private const string Events = "events";

    // The document, its list of events and the entry of one are around each record.
    private const int Around = 3;
    private const int LongestText = 2000;

    // Each takes some bytes beside the file while it is read: many more than an event of a session has, they are there to fill the memory.
    private const int MostTokens = 6_000_000;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = RecordJson.MaxDepth + Around };

    /// <param name="file">The whole file; it is changed where it has what is no Unicode text.</param>
    public static EvidenceReading Read(Memory<byte> file)
    {
        if (file.Length == 0)
            return Refuse(EvidenceFaultKind.Empty);
        if (file.Length > SessionEvidence.MaxBytes)
            return Refuse(EvidenceFaultKind.TooLarge);
        var json = WithoutByteOrderMark(WellFormedText.Mend(file));
        try
        {
            if (!HasFewTokens(json.Span))
                return Refuse(EvidenceFaultKind.NotEvidence);
            using var document = JsonDocument.Parse(json, Reading);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return EvidenceDamage.Find(json.Span, Reading.MaxDepth) is { } part ? Refuse(EvidenceFaultKind.Damaged, part) : Refuse(EvidenceFaultKind.NotEvidence);
        }
    }

    private static bool HasFewTokens(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Reading.MaxDepth });
        var tokens = 0;
        while (tokens <= MostTokens && reader.Read())
            tokens++;
        return tokens <= MostTokens;
    }

    private static EvidenceReading Read(JsonElement root)
    {
        if (root.Text("format") != SessionEvidence.Format)
            return Refuse(EvidenceFaultKind.NotEvidence);
        if (root.Field("format_version").WholeNumber(1, long.MaxValue) is not { } version)
            return Refuse(EvidenceFaultKind.Damaged, "format_version");
        if (version > SessionEvidence.FormatVersion)
            return Refuse(EvidenceFaultKind.TooNew, number: version);
        if (InstantText.Parse(root.Text("saved_at")) is not { } savedAt)
            return Refuse(EvidenceFaultKind.Damaged, "saved_at");
        if (UuidText.Parse(root.Field("query").Text("application_session_id")) is not { } sessionId)
            return Refuse(EvidenceFaultKind.Damaged, "query, application_session_id");
        if (root.Field(Events) is not { ValueKind: JsonValueKind.Array } entries || entries.GetArrayLength() is not (var count and > 0))
            return Refuse(EvidenceFaultKind.Damaged, Events);
        if (count > SessionFeed.MostEvents)
            return Refuse(EvidenceFaultKind.TooManyEvents, number: count);
        var events = new List<CallEvent>(count);
        foreach (var entry in entries.EnumerateArray())
        {
            if (Event(entry) is not { } callEvent)
                return Refuse(EvidenceFaultKind.Damaged, FormattableString.Invariant($"{Events}, number {events.Count + 1}"));
            events.Add(callEvent);
        }

        var (asOf, requests) = (root.Field("query").Text("as_of"), root.Field("requests").Items().Take(EvidenceRequest.Most).Select(Request).OfType<EvidenceRequest>().ToList());
        return new(new SessionEvidence
        {
            SessionId = sessionId,
            ProductVersion = root.Text("product_version") is { } product && ThreeParts().IsMatch(product) ? product : "unknown",
            SavedAt = savedAt,
            IsMasked = root.Field("masked").Boolean() is true,
            Extent = Enum.TryParse<SessionExtent>(root.Field("query").Text("extent"), out var extent) && Enum.IsDefined(extent) ? extent : SessionExtent.Unknown,
            AsOf = InstantText.Parse(asOf),
            Coverage = Coverage(root.Field("coverage")),
            Requests = requests,
            RequestCount = (int)(root.Field("request_count").WholeNumber(0, int.MaxValue) ?? requests.Count),
            Outcome = Short(root.Field("reconstruction").Field("outcome").Text("text")),
            Events = events,
        }, null);
    }

    private static CallEvent? Event(JsonElement entry)
    {
        if (entry.Field("record") is not { ValueKind: JsonValueKind.Object } record)
            return null;
        var callEvent = Flaw(entry) is { } flaw ? Flawed(record, flaw, entry.Field("text")) : CallEventReader.Read(record);
        // Of a masked record, and of one among equal ones, the file alone knows the name by which it is linked to.
        return entry.Text("fingerprint") is { } fingerprint && CallEventQueryString.IsFingerprint(fingerprint) ? callEvent with { Fingerprint = fingerprint } : callEvent;
    }

    private static RecordFlaw? Flaw(JsonElement entry) =>
        Enum.TryParse<RecordFlaw>(entry.Text("flaw"), out var flaw) && Enum.IsDefined(flaw) && flaw is not RecordFlaw.None ? flaw : null;

    private static CallEvent Flawed(JsonElement record, RecordFlaw flaw, JsonElement text) => text is { ValueKind: JsonValueKind.String } && text.StringOrSource() is { Length: > 0 } source
        ? CallEventReader.Read(Encoding.UTF8.GetBytes(source))
        : CallEventReader.Read(record) with { Flaw = flaw, Raw = default };

    private static EvidenceCoverage? Coverage(JsonElement coverage) => coverage.Text("state") is { } state && EvidenceCoverage.States.Contains(state)
        ? new(
            state,
            Short(coverage.Text("label")) ?? state,
            (int?)coverage.Field("total").WholeNumber(0, int.MaxValue),
            Short(coverage.Text("range")) ?? "",
            [.. coverage.Field("notes").Items().Take(EvidenceCoverage.MostNotes).Select(note => Short(note.Text())).OfType<string>()])
        : null;

    private static EvidenceRequest? Request(JsonElement request) => Short(request.Text("path")) is { } path && InstantText.Parse(request.Text("started_at")) is { } at
        ? new(
            path,
            Short(request.Text("purpose")) ?? "",
            at,
            request.Field("duration_ms").WholeNumber(0, int.MaxValue) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            (int?)request.Field("status").WholeNumber(100, 999),
            (int?)request.Field("rows").WholeNumber(0, int.MaxValue),
            (int)(request.Field("attempts").WholeNumber(1, int.MaxValue) ?? 1))
        : null;

    private static string? Short(string? text) => text is null ? null : VisibleText.Clip(text, LongestText);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) => json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json;

    private static EvidenceReading Refuse(EvidenceFaultKind kind, string? part = null, long? number = null) => new(null, new EvidenceFault(kind, part, number));

    [GeneratedRegex(@"\A[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ThreeParts();
}
