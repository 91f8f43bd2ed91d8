using System.Globalization;
using CallEventsDashboard.Queries;
using CsCheck;

namespace CallEventsDashboard.Urls;

public class CallEventQueryStringLawsTests
{
    private static readonly Gen<string> AnyLink = Gen.OneOf(
        Gen.String,
        Gen.OneOf<string>(
            "?", "&", "=", "%", "+", " ", "~", "from", "to", "filter[from]", "filter%5Boccurred_at%5D%5Bgte%5D", "occurred_at.gte", "occurred_at.lt", "occurred_at.eq",
            "last", "60m", "order", "oldest", "&amp;", "amp;", "%26amp%3B", "%253D", ").", "911", "event", "key", "q", "type", "webhook", "failed", "true", "leg_id", "+12025550142", " 12025550142", "%FF", "%E2%82", "\ud800", "é",
            "2026-11-23T10:00:00Z", "2026-11-23T10:00:00.1234567+05:30", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "page[size]", "application_name", "abc", ",", "\\", "\\,", "not.", "not.type", "not.name", "name", "not.foo", "filter[name]", "\u0000", "\u202e")
            .Array[0, 24].Select(string.Concat));

    [Fact]
    public void Parse_OfAFormattedQuery_GivesTheQueryBackWithoutProblems() => Generate.Query.Sample(
        query =>
        {
            var parsed = CallEventQueryString.Parse(CallEventQueryString.Format(query));

            Assert.Equal(query, parsed.Query);
            Assert.Empty(parsed.Problems);
            Assert.True(parsed.IsCanonical);
        },
        iter: 5_000);

    [Fact]
    public void Parse_OfAnyText_NeverThrowsAndGivesAQueryThatALinkCanCarry() => AnyLink.Sample(
        link =>
        {
            var parsed = CallEventQueryString.Parse(link);
            var again = CallEventQueryString.Parse(CallEventQueryString.Format(parsed.Query));

            Assert.Equal(parsed.Query, again.Query);
            Assert.Empty(again.Problems);
            Assert.True(again.IsCanonical);
            Assert.All(parsed.Problems, problem => Assert.True(PlainText.IsPlain(problem.Parameter + problem.Value + problem.Message)));
        },
        iter: 20_000);

    [Fact]
    public void Parse_OfAnyText_IsCanonicalOnlyWithoutProblems() =>
        AnyLink.Sample(link => CallEventQueryString.Parse(link) is var parsed && (!parsed.IsCanonical || parsed.Problems.Count == 0), iter: 5_000);

    [Fact]
    public void Parse_OfTheSamePartsInAnotherOrder_GivesTheSameQuery() => Generate.Query.SelectMany(query =>
        Gen.Shuffle(CallEventQueryString.Format(query).TrimStart('?').Split('&')).Select(parts => (query, link: string.Join('&', parts)))).Sample(sample =>
            Assert.Equal(sample.query, CallEventQueryString.Parse(sample.link).Query));

    [Fact]
    public void FormatAndParse_UnderAnotherCulture_AreTheSame() => Generate.Query.Sample(query =>
    {
        var link = CallEventQueryString.Format(query);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "de-DE", "ar-SA", "th-TH", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(link, CallEventQueryString.Format(query));
                Assert.Equal(query, CallEventQueryString.Parse(link).Query);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    });
}
