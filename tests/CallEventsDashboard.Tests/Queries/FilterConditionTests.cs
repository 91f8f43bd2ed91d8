using System.Text;
using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Queries;

/// <summary>Several values of a filter, and values that it excludes, as the dashboard checks them on each event.</summary>
public class FilterConditionTests
{
    private static readonly string[] Ids = ["5b1d7c40-c8a2-11f1-9c10-02420aef93a0", "5b1d7c40-c8a2-11f1-9c10-02420aef93a1", "5b1d7c40-c8a2-11f1-9c10-02420aef93a2"];
    private static readonly string[] Words = ["alpha", "Alpha shop", "beta", "call.hangup"];
    private static readonly string[] Numbers = ["+12025550142", "+12025550143", "911", "anonymous"];

    private static readonly Gen<CallEvent> Row =
        from id in Gen.OneOf<string>([.. Ids, ""])
        from word in Gen.OneOf<string>([.. Words, ""])
        from number in Gen.OneOf<string>([.. Numbers, "12025550142", "sip:ann@example.test", ""])
        from type in Gen.OneOf<string>("command", "webhook", "call_scripting_webhook", "")
        from product in Gen.OneOf<string>("fax", "texml", "call_control", "")
        from failed in Gen.OneOf<string>("true", "false", "")
        from isReversed in Gen.Bool
        select new CallEvent
        {
            Name = word,
            Type = type,
            Fingerprint = "0-0000000000000000",
            LegId = isReversed ? null : id,
            SessionId = isReversed ? id : null,
            ConnectionId = word,
            Product = product,
            From = isReversed ? "" : number,
            To = isReversed ? number : "",
            Failed = failed.Length == 0 ? null : failed == "true",
            Raw = Encoding.UTF8.GetBytes($$"""{"application_name":"{{word}}","outbound_voice_profile_id":"{{word}}","status":"{{(isReversed ? "init" : "completed")}}"}"""),
        };

    public static TheoryData<string> Filters => [.. FilterCatalogue.All.Select(parameter => parameter.Name)];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Allows_OfAnyRow_IsWhatEachValueSaysOfIt(string name)
    {
        var parameter = FilterCatalogue.All.Single(parameter => parameter.Name == name);
        var value = parameter.Choices.Count > 0 ? Gen.OneOf<string>([.. parameter.Choices.Select(choice => choice.Value)])
            : Gen.OneOf<string>(parameter.Kind switch { FilterKind.Uuid => Ids, FilterKind.Number => Numbers, _ => Words });
        Gen.Select(Row, value.Array[0, 4], value.Array[0, 4]).Sample((row, anyOf, noneOf) =>
        {
            var condition = new FilterCondition(parameter, anyOf, noneOf);
            var wanted = condition.AnyOf.Select(each => parameter.Check(each, row)).ToList();
            var excluded = condition.NoneOf.Select(each => parameter.Check(each, row)).ToList();

            var isMissed = wanted.Count > 0 && wanted.TrueForAll(match => match is FilterMatch.Contradicts);
            Assert.Equal(!isMissed && !excluded.Contains(FilterMatch.Matches), condition.Allows(row));
            Assert.Equal(!excluded.Contains(FilterMatch.Matches) && excluded.Contains(FilterMatch.CannotTell), condition.CheckNoneOf(row) is FilterMatch.CannotTell);
            Assert.Equal(condition.Allows(row), RowFilter.RowMatches(CallEventQuery.Default with { Conditions = QueryConditions.None.With(condition) }, row));
        });
    }

    [Fact]
    public void Exclusion_OfARowWithoutTheField_CannotTellAndShowsIt() => Assert.All(FilterCatalogue.All, parameter =>
    {
        var bare = new CallEvent { Name = "", Type = "", Fingerprint = "0-0000000000000000", Raw = "{}"u8.ToArray() };
        var condition = new FilterCondition(parameter, [], ["true"]);

        Assert.Equal((FilterMatch.CannotTell, true), (condition.CheckNoneOf(bare), condition.Allows(bare)));
    });

    [Fact]
    public void Conditions_SetInAnyOrder_AreEqualAndKeepEachValueOnce() => Generate.Condition.Array[0, 6].SelectMany(set => Gen.Shuffle(set).Select(shuffled => (set, shuffled))).Sample(sample =>
    {
        // The last of a filter counts, so that each is set once.
        var (one, other) = (Set(sample.set.DistinctBy(each => each.Parameter)), Set(sample.shuffled.Where(each => sample.set.DistinctBy(first => first.Parameter).Contains(each)).DistinctBy(each => each.Parameter)));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.All(one.All, each => Assert.Equal((each.AnyOf.Distinct().Count(), 0), (each.AnyOf.Count, each.AnyOf.Intersect(each.NoneOf).Count())));
    });

    [Fact]
    public void Including_ExcludingAndForgetting_ChangeOneValue()
    {
        var name = FilterCatalogue.EventName;
        var excluded = QueryConditions.None.Excluding(name, "a")!.Excluding(name, "b")!;
        Assert.Equal(["a", "b"], excluded.For(name).NoneOf);
        Assert.Equal(["not.name"], excluded.FilteredHere);
        Assert.Equal(["b"], excluded.Forgetting(name, "a").For(name).NoneOf);

        // One value that is wanted leaves out all others by itself, and Telnyx can be asked for it.
        var wanted = excluded.Including(name, "c")!;
        Assert.Equal(("c", 0), (wanted.Single(name), wanted.For(name).NoneOf.Count));
        var several = wanted.Including(name, "a")!;
        Assert.Equal(["a", "c"], several.For(name).AnyOf);
        Assert.Equal(["name"], several.FilteredHere);
        Assert.Equal(wanted, several.Excluding(name, "a"));
        Assert.Equal(["c"], wanted.Excluding(name, "c")!.For(name).NoneOf);
        Assert.Equal(QueryConditions.None, wanted.Forgetting(name, "c"));

        var part = FilterCatalogue.ApplicationName;
        Assert.Equal(["shop test"], QueryConditions.None.Including(part, "shop")!.Excluding(part, "shop test")!.For(part).NoneOf);
    }

    [Fact]
    public void Conditions_WithAsManyValuesAsAFilterTakes_TakeNoMore()
    {
        var name = FilterCatalogue.EventName;
        var many = QueryConditions.None.With(new(name, [], Enumerable.Range(0, FilterCondition.MaxValues).Select(i => $"name.{i}")));

        Assert.Null(many.Excluding(name, "one.more"));
        Assert.NotNull(many.Excluding(name, "name.1"));
        Assert.Null(QueryConditions.None.Excluding(name, new string('a', 500))!.Excluding(name, new string('b', 500)));
    }

    [Fact]
    public void Query_WithSeveralValues_AsksTelnyxForNoneOfThem()
    {
        var query = new CallEventQuery { Name = "call.hangup", Type = "webhook" };
        var several = query with { Conditions = query.Conditions.Including(FilterCatalogue.EventName, "call.bridged")! };

        Assert.Equal((null, "webhook", true), (several.Name, several.Type, several.IsDashboardsOwn));
        Assert.Equal(CallEventFilter.None with { Type = "webhook" }, FilterPlan.For(several, DateTimeOffset.UnixEpoch).Filter);
        Assert.Equal(query, several with { Name = "call.hangup" });
    }

    private static QueryConditions Set(IEnumerable<FilterCondition> conditions) => conditions.Aggregate(QueryConditions.None, (set, condition) => set.With(condition));
}
