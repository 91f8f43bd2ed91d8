using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Neighbours;

public sealed class RecordingsPanelTests
{
    private const string A = "leg-a";

    /// <summary>A command that asks for a recording is enough: the webhook that tells of it may be lost.</summary>
    [Theory]
    [InlineData("dial", """{"record":"record-from-answer"}""", true)]
    [InlineData("answer", """{"record_channels":"dual"}""", true)]
    [InlineData("record_start", "{}", true)]
    [InlineData("answer", """{"record":null}""", false)]
    [InlineData("dial", """{"record":"do-not-record","record_type":"all","recording_url":""}""", false)]
    [InlineData("speak", """{"payload":"For the record"}""", false)]
    public void Recordings_AreOffered_WhereAnythingSpeaksOfOne(string command, string parameters, bool isOffered) =>
        Assert.Equal(isOffered, RecordingsPanel.IsIn(new CallScript().Command(A, command, parameters).Session));
}
