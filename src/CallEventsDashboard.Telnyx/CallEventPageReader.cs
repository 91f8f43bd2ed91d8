using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads the body of an answer with status 200.</summary>
internal static class CallEventPageReader
{
    /// <summary>Far beyond what an account can have in a day; a larger number is a mistake, and a scroll bar must not believe it.</summary>
    private const long LargestTotal = 1_000_000_000_000;

    /// <summary>Rows are read one by one and whatever is in them: one that can't be read is a row all the same, which says so.</summary>
    /// <exception cref="TelnyxException"><see cref="TelnyxError.Unreadable"/>.</exception>
    public static CallEventPage Read(Memory<byte> body, DateTimeOffset? servedAt)
    {
        var json = WithoutByteOrderMark(WellFormedText.Mend(body));
        var members = new List<(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)>();
        var rows = new List<ReadOnlyMemory<byte>>();
        if (!JsonSplitter.TrySplitObject(json, members))
            throw NoObject(json.Span.TrimStart(" \t\r\n"u8));
        if (!JsonSplitter.TrySplitArray(ValueOf(members, "data"u8), rows))
            throw TelnyxFailures.WrongShape();

        var meta = LooseJson.Parse(ValueOf(members, "meta"u8).Span);
        return new CallEventPage
        {
            Events = rows.ConvertAll(CallEventReader.Read),
            PageNumber = (int?)meta.Field("page_number").WholeNumber(1, int.MaxValue),
            PageSize = (int?)meta.Field("page_size").WholeNumber(1, int.MaxValue),
            TotalPages = (int?)meta.Field("total_pages").WholeNumber(0, int.MaxValue),
            TotalResults = meta.Field("total_results").WholeNumber(0, LargestTotal),
            ServedAt = servedAt,
        };
    }

    // Of a name that is there twice the last one counts, as for every reader of JSON.
    private static ReadOnlyMemory<byte> ValueOf(List<(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)> members, ReadOnlySpan<byte> name)
    {
        for (var i = members.Count - 1; i >= 0; i--)
        {
            if (members[i].Name.Span.SequenceEqual(name))
                return members[i].Value;
        }

        return default;
    }

    private static TelnyxException NoObject(ReadOnlySpan<byte> json) => json switch
    {
        [(byte)'<', ..] => TelnyxFailures.WebPage(),
        _ when BreaksOff(json) => TelnyxFailures.EndedEarly(),
        _ => TelnyxFailures.WrongShape(),
    };

    /// <summary>Whether all that is there could be the beginning of a JSON text. No body at all is such a beginning, too.</summary>
    private static bool BreaksOff(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            while (reader.Read())
            {
            }
            return reader.TokenType is JsonTokenType.None || reader.CurrentDepth > 0 || (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json;
}
