using CsCheck;

namespace CallEventsDashboard.Telnyx;

public sealed class EventCatalogueTests
{
    [Fact]
    public void All_HasEveryNameOnce() =>
        Assert.Equal(EventCatalogue.All.Count, EventCatalogue.All.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void All_EveryFamilyHasNames() =>
        Assert.Equal(Enum.GetValues<EventFamily>().Order(), EventCatalogue.All.Select(entry => entry.Family).Distinct().Order());

    [Theory]
    [InlineData("call.initiated", EventFamily.Setup)]
    [InlineData("call_initiated", EventFamily.Setup)]
    [InlineData("dial", EventFamily.Setup)]
    [InlineData("leave_queue", EventFamily.Setup)]
    [InlineData("call.hold", EventFamily.Setup)]
    [InlineData("call_hangup", EventFamily.End)]
    [InlineData("SPEAK_STARTED", EventFamily.Media)]
    [InlineData("rtp_streaming_start", EventFamily.Media)]
    [InlineData("gather_using_speak", EventFamily.Input)]
    [InlineData("call.dtmf.received", EventFamily.Input)]
    [InlineData("call.machine.premium.greeting.ended", EventFamily.Detection)]
    [InlineData("call_deepfake_detection_result", EventFamily.Detection)]
    [InlineData("conference.participant.joined", EventFamily.Conference)]
    [InlineData("mute", EventFamily.Conference)]
    [InlineData("record_pause", EventFamily.Recording)]
    [InlineData("call.recording.transcription.saved", EventFamily.Recording)]
    [InlineData("gather_using_ai", EventFamily.Ai)]
    [InlineData("call.ai_gather.ended", EventFamily.Ai)]
    [InlineData("conversation_ended", EventFamily.Ai)]
    [InlineData("call.cost", EventFamily.Other)]
    [InlineData("instructions.fetch", EventFamily.Other)]
    [InlineData("fax.delivered", EventFamily.Other)]
    public void FamilyOf_KnownName_IsItsFamily(string name, EventFamily expected) => Assert.Equal(expected, EventCatalogue.FamilyOf(name));

    [Theory]
    [InlineData("call.playback.paused", EventFamily.Media)]
    [InlineData("conference.renamed", EventFamily.Conference)]
    [InlineData("call.ai_something.new", EventFamily.Ai)]
    [InlineData("call.recording.paused", EventFamily.Recording)]
    [InlineData("ringing", EventFamily.Setup)]
    [InlineData("", EventFamily.Other)]
    [InlineData("teleport", EventFamily.Other)]
    public void FamilyOf_NewName_IsGroupedByItsBeginning(string name, EventFamily expected) => Assert.Equal(expected, EventCatalogue.FamilyOf(name));

    [Fact]
    public void FamilyOf_EveryEntry_IsItsOwn() => Assert.All(EventCatalogue.All, entry => Assert.Equal(entry.Family, EventCatalogue.FamilyOf(entry.Name)));

    [Fact]
    public void FamilyOf_AnyText_NeverThrows() => Gen.String.Sample(name => { _ = EventCatalogue.FamilyOf(name); });
}
