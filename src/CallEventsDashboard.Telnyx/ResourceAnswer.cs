namespace CallEventsDashboard.Telnyx;

/// <summary>The answer of a resource beside the log: its records as they were received, for readers that require nothing of them.</summary>
/// <param name="Records">Those of <c>data</c>, in the order of the service: of an object that one, of null none; of an answer without it, the answer itself as the one record.</param>
/// <param name="Total"><c>meta.total_results</c>; null where the answer does not say.</param>
/// <param name="RateLimit">The requests that the key has left at this endpoint; null when the answer does not say.</param>
/// <param name="ServedAt">The service's clock, from the header <c>Date</c> (whole seconds); null when it sent none.</param>
public sealed record ResourceAnswer(IReadOnlyList<ReadOnlyMemory<byte>> Records, long? Total, RateLimit? RateLimit, DateTimeOffset? ServedAt)
{
    /// <summary>How many rows the page has at most, by <c>meta.page_size</c>; null where the answer does not say.</summary>
    public long? PageSize { get; init; }

    /// <summary>The largest body that is read.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <exception cref="TelnyxException"><see cref="TelnyxError.Unreadable"/>.</exception>
    internal static ResourceAnswer Read(Memory<byte> body, AnswerHead head)
    {
        var json = WellFormedText.Mend(body);
        var members = new List<(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)>();
        if (!JsonSplitter.TrySplitObject(json, members))
            throw json.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? TelnyxFailures.WebPage() : TelnyxFailures.WrongShape();
        var (data, meta) = (members.Find(member => member.Name.Span.SequenceEqual("data"u8)).Value, members.Find(member => member.Name.Span.SequenceEqual("meta"u8)).Value);
        var records = new List<ReadOnlyMemory<byte>>();
        if (data.IsEmpty)
            records.Add(json);
        else if (!JsonSplitter.TrySplitArray(data, records) && data.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
            records.Add(data);
        var numbers = LooseJson.Parse(meta.Span);
        return new ResourceAnswer(records, numbers.Field("total_results").WholeNumber(0, int.MaxValue), head.RateLimit, head.ServedAt)
        {
            PageSize = numbers.Field("page_size").WholeNumber(1, int.MaxValue),
        };
    }
}
