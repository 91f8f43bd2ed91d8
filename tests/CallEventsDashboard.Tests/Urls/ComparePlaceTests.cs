using CsCheck;

namespace CallEventsDashboard.Urls;

public sealed class ComparePlaceTests
{
    private const string A = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";
    private const string B = "6c1d6f2a-c8a2-11f1-8b7b-02420aef93a0";
    private const string Event = "1796027655685419-4644abf9766a9acb";

    private static readonly Gen<string?> Fingerprint = Gen.Select(Gen.Bool, Gen.ULong, Gen.Int[0, 3], (isThere, hash, twin) => isThere ? $"1796027655685419-{hash:x16}{(twin > 0 ? $"~{twin}" : "")}" : null);

    private static readonly Gen<ComparePlace> Place = Gen.Select(Gen.Guid, Gen.Guid, Fingerprint, Fingerprint, Gen.Int[0, 2].Select(index => new[] { null, "Production", "a&b=c/d + é" }[index]), (a, b, one, other, key) =>
        new ComparePlace(new(a.ToString(), one is null || other is null ? null : one), new(b.ToString(), one is null || other is null ? null : other), key));

    [Fact]
    public void Place_Written_IsReadAsItWas() => Place.Sample(place =>
    {
        var read = ComparePlace.Read(place.Format());

        Assert.Equal((place, true), (read.Place, read.IsCanonical));
        Assert.Empty(read.Problems);
    });

    [Theory]
    [InlineData("", true)]
    [InlineData($"?a={A}", true)]
    [InlineData($"?b={B}&a={A}", false)]
    [InlineData($"?a=5B1D6F2AC8A211F18B7B02420AEF93A0&b={B}", false)]
    [InlineData($"?a={A}%2F{Event}&b={B}/{Event}", false)]
    public void Place_InAnotherSpelling_IsTheSame(string queryString, bool isCanonical)
    {
        var read = ComparePlace.Read(queryString);

        Assert.Equal(isCanonical, read.IsCanonical);
        Assert.Empty(read.Problems);
        Assert.True(ComparePlace.Read(read.Place.Format()).IsCanonical);
    }

    [Theory]
    [InlineData($"?a=5b1d6f2a&b={B}", "a", QueryProblemKind.Malformed)]
    [InlineData($"?a={A}/<script>&b={B}", "a", QueryProblemKind.Malformed)]
    [InlineData($"?a={A}&a={B}", "a", QueryProblemKind.Repeated)]
    [InlineData($"?a={A}/{Event}&b={B}", "b", QueryProblemKind.Corrected)]
    [InlineData($"?a={A}&b={B}&from=1", "from", QueryProblemKind.Unknown)]
    [InlineData($"?a={A}&b={B}&key=KEY0123456789ABCDEF_secret", "key", QueryProblemKind.Malformed)]
    public void Read_WhatCannotBeUsed_IsNamed(string queryString, string parameter, QueryProblemKind kind)
    {
        var read = ComparePlace.Read(queryString);

        var problem = Assert.Single(read.Problems);
        Assert.Equal((parameter, kind), (problem.Parameter, problem.Kind));
        Assert.DoesNotContain("secret", problem.Message + problem.Value, StringComparison.Ordinal);
        Assert.False(read.Place.IsOfEvents);
    }
}
