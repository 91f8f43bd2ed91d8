using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads the body of an answer with status 200.</summary>
internal static class CallEventPageReader
{
    /// <summary>Far beyond what an account can have in a day; a larger number is a mistake, and a scroll bar must not believe it.</summary>
    private const long LargestTotal = 1_000_000_000_000;

    /// <summary>Rows are read whatever is in them, but a page is not read in part: a row that is no object makes the page unreadable.</summary>
    /// <exception cref="TelnyxException"><see cref="TelnyxError.Unreadable"/>.</exception>
    public static CallEventPage Read(Memory<byte> body, DateTimeOffset? servedAt)
    {
        var json = WithoutByteOrderMark(WellFormedText.Mend(body));
        using var document = Parse(json);
        var data = document.RootElement.Field("data");
        if (data.ValueKind != JsonValueKind.Array || data.EnumerateArray().Any(row => row.ValueKind != JsonValueKind.Object))
            throw TelnyxFailures.WrongShape();

        var meta = document.RootElement.Field("meta");
        return new CallEventPage
        {
            Events = data.EnumerateArray().Select(CallEventReader.Read).ToArray(),
            PageNumber = (int?)meta.Field("page_number").WholeNumber(1, int.MaxValue),
            PageSize = (int?)meta.Field("page_size").WholeNumber(1, int.MaxValue),
            TotalPages = (int?)meta.Field("total_pages").WholeNumber(0, int.MaxValue),
            TotalResults = meta.Field("total_results").WholeNumber(0, LargestTotal),
            ServedAt = servedAt,
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw json.Span.TrimStart(" \t\r\n"u8) switch
            {
                [(byte)'<', ..] => TelnyxFailures.WebPage(),
                var rest when BreaksOff(rest) => TelnyxFailures.EndedEarly(),
                _ => TelnyxFailures.WrongShape(),
            };
        }
    }

    /// <summary>Whether all that is there could be the beginning of a JSON text. No body at all is such a beginning, too.</summary>
    private static bool BreaksOff(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json;
}
