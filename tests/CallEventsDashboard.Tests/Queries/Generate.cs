using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Queries;

/// <summary>Queries as links may carry them.</summary>
internal static class Generate
{
    private static readonly DateTimeOffset First = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Gen<DateTimeOffset> Instant { get; } =
        from microseconds in Gen.Long[0, 4_000_000_000_000_000]
        from whole in Gen.Bool
        select First.AddTicks((whole ? microseconds / 1_000_000 * 1_000_000 : microseconds) * TimeSpan.TicksPerMicrosecond);

    /// <summary>Text with everything that links have trouble with.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf<string>("a", "Z", "0", " ", "+", "&", "=", "%", "#", "?", "%2B", "[", "]", "é", "ß", "東", "😀", "\"", "'", "/", ":", "@", ";", "\\", "~", ",", "\\,")
        .Array[3, 20].Select(string.Concat).Select(text => $"x{text}y");

    private static readonly Gen<string> Uuid = Gen.Guid.Select(id => id.ToString("D"));

    /// <summary>Whom records name.</summary>
    public static Gen<string> Party { get; } = Gen.OneOf<string>("+", "1", "202", "555", " ", "-", "(", ")", ";ext=7", "anonymous", "sip:", "@example.test", "<", ">", "\"Ann\"", "\u202e", "\u200b", "tel:", "00")
        .Array[1, 6].Select(string.Concat);

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Long[10, 999_999_999_999_999].Select(digits => $"+{digits}"),
        Gen.Const("sip:alice+tag@example.com;transport=tls"),
        Gen.Const("911"),
        Gen.Const("+anonymous"),
        Gen.Const("\"Ann & Bob\" <sip:ann@example.test>"),
        Gen.Const("bob@10.0.0.1"));

    private static readonly Gen<TimeRange> Range = Gen.OneOf(
        Gen.Const(TimeRange.Default),
        Instant.Select(at => new TimeRange { Exactly = at }),
        Gen.Int[1, 1440].Select(minutes => new TimeRange { Last = TimeSpan.FromMinutes(minutes) }),
        Gen.Select(Instant, Instant, Gen.Bool, Gen.Bool, Gen.Int[0, 2], Bounds));

    /// <summary>What a query may ask of one filter.</summary>
    public static Gen<FilterCondition> Condition { get; } =
        from parameter in Gen.OneOf<FilterParameter>([.. FilterCatalogue.All])
        from anyOf in ValueOf(parameter).Array[0, 4]
        from noneOf in ValueOf(parameter).Array[0, 3]
        select new FilterCondition(parameter, anyOf, noneOf);

    public static Gen<CallEventQuery> Query { get; } =
        from texts in Optional(Text).Array[5]
        from ids in Optional(Uuid).Array[2]
        from product in Choice(FilterCatalogue.Product)
        from failed in Choice(FilterCatalogue.Failed)
        from type in Choice(FilterCatalogue.Type)
        from status in Choice(FilterCatalogue.Status)
        from numbers in Optional(Number).Array[3]
        from range in Range
        from order in Gen.Enum<EventOrder>()
        from selected in Optional(Gen.Select(Gen.Long[0, long.MaxValue], Gen.ULong, Gen.Bool, (at, hash, twin) => $"{at}-{hash:x16}{(twin ? "~2" : "")}"))
        from lists in Condition.Array[0, 4]
        select With(lists, new CallEventQuery
        {
            ApplicationName = texts[0],
            OutboundVoiceProfileId = texts[1],
            LegId = ids[0],
            ApplicationSessionId = ids[1],
            ConnectionId = texts[2],
            Product = product,
            Failed = failed is null ? null : failed == "true",
            From = numbers[0],
            To = numbers[1],
            Party = numbers[2],
            Name = texts[3],
            Type = type,
            Status = status,
            Range = range,
            Order = order,
            CallFailed = texts[3] is not null,
            Search = texts[4],
            Event = selected,
            Key = texts[0],
        });

    /// <summary>A value that a filter takes.</summary>
    public static Gen<string> ValueOf(FilterParameter parameter) => parameter.Kind switch
    {
        FilterKind.Uuid => Uuid,
        FilterKind.Number => Number,
        FilterKind.Choice or FilterKind.Flag => Gen.OneOf<string>(parameter.Choices.Select(choice => choice.Value).ToArray()),
        _ => Text,
    };

    private static CallEventQuery With(FilterCondition[] conditions, CallEventQuery query) =>
        query with { Conditions = conditions.Aggregate(query.Conditions, (set, condition) => set.With(condition)) };

    private static TimeRange Bounds(DateTimeOffset one, DateTimeOffset other, bool after, bool before, int sides)
    {
        var (low, high) = one < other ? (one, other) : (other, one.AddMinutes(1));
        return new()
        {
            Lower = sides == 1 ? null : new(after ? TimeComparison.After : TimeComparison.AtOrAfter, low),
            Upper = sides == 0 ? null : new(before ? TimeComparison.Before : TimeComparison.AtOrBefore, high),
        };
    }

    private static Gen<string?> Choice(FilterParameter parameter) => Optional(Gen.OneOf<string>(parameter.Choices.Select(choice => choice.Value).ToArray()));

    private static Gen<string?> Optional(Gen<string> gen) => Gen.Select(Gen.Bool, gen, (isSet, value) => isSet ? value : null);
}
