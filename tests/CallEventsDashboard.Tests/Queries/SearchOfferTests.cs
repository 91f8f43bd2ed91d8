namespace CallEventsDashboard.Queries;

public sealed class SearchOfferTests
{
    private const string Id = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    private static readonly CallEventQuery Asked = new() { Range = new() { Last = TimeSpan.FromHours(1) }, Search = "what was searched before" };

    [Theory]
    [InlineData("+17025550166", "+17025550166")]
    [InlineData("(702) 555-0166", "+17025550166")]
    [InlineData("702.555.0166", "+17025550166")]
    [InlineData("1-702-555-0166", "+17025550166")]
    [InlineData("tel:+1-702-555-0166", "+17025550166")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    [InlineData("\u202a+1 702 555 0166\u202c", "+17025550166")]
    public void Number_InAnyNotation_IsOfferedAsEitherPartyAndAsEach(string text, string number) => Assert.Equal(
        [("party", number), ("from", number), ("to", number)], SearchOffer.Find(Asked, text).Select(offer => (offer.Filter, offer.Value)));

    [Theory]
    [InlineData(Id)]
    [InlineData("{5B1D6F2A-C8A2-11F1-8B7B-02420AEF93A0}")]
    public void Uuid_IsOfferedAsSessionAndAsLeg(string text) => Assert.Equal(
        [("application_session_id", Id), ("leg_id", Id)], SearchOffer.Find(Asked, text).Select(offer => (offer.Filter, offer.Value)));

    [Theory]
    [InlineData("call.hangup", "call.hangup")]
    [InlineData("answered", "call.answered")]
    public void Name_OfAnEvent_IsOffered(string text, string name) =>
        Assert.Contains(("name", name), SearchOffer.Find(Asked, text).Select(offer => (offer.Filter, offer.Value)));

    [Fact]
    public void Cause_OfAHangUp_IsSearchedForInHangUpsAlone()
    {
        var offer = Assert.Single(SearchOffer.Find(Asked, "user busy"));

        Assert.Equal(("call.hangup", "user_busy"), (offer.Query.Name, offer.Query.Search));
    }

    [Fact]
    public void Failed_IsOfferedAsTheQuickFilterFirst() => Assert.Equal(Asked with { Search = null, Failed = true }, SearchOffer.Find(Asked, "failed")[0].Query);

    [Fact]
    public void Offer_Taken_KeepsTheRangeAndEndsTheSearch() =>
        Assert.Equal(Asked with { Search = null, Party = "+17025550166" }, SearchOffer.Find(Asked, "+1 702 555 0166")[0].Query);

    [Theory]
    [InlineData("202-55")]
    [InlineData("2026-11-23")]
    [InlineData("Grüße")]
    [InlineData("CALL.hangup")]
    [InlineData("v3:9ruoH7tEkmqR")]
    public void Text_ThatNamesNothing_HasNoOffer(string text) => Assert.Empty(SearchOffer.Find(Asked, text));
}
