using System.Text;

namespace CallEventsDashboard.Telnyx.Resources;

public sealed class ConversationTurnTests
{
    [Fact]
    public void Turn_OfAnAssistant_HasItsLatencies()
    {
        var turn = Read("""
            {"role":"assistant","text":"One moment.","sent_at":"2026-11-23T09:00:01.5Z","tool_calls":[{"function":{"name":"find"}},{"name":"book"},7],
             "metadata":{"transcription_duration_ms":120,"llm_first_token_duration_ms":"800.5","audio_first_token_duration_ms":210,"end_user_perceived_latency_ms":1130}}
            """);

        Assert.Equal((true, "One moment.", 120.0, 800.5, 210.0, null, 1130.0), (
            turn.IsAssistant, turn.Text, turn.Recognition?.TotalMilliseconds, turn.Model?.TotalMilliseconds, turn.Voice?.TotalMilliseconds, turn.Wait?.TotalMilliseconds, turn.Perceived?.TotalMilliseconds));
        Assert.Equal(["find", "book"], turn.Tools);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"role":{},"text":7,"metadata":"none","tool_calls":{}}""")]
    [InlineData("""{"metadata":{"transcription_duration_ms":-1,"llm_first_token_duration_ms":1e30,"audio_first_token_duration_ms":"tea"}}""")]
    public void Turn_OfAnyShape_IsReadAsFarAsItGoes(string json)
    {
        var turn = Read(json);

        Assert.Equal((null, null, null, null), (turn.Recognition, turn.Model, turn.Voice, turn.Perceived));
        Assert.Empty(turn.Tools);
    }

    private static ConversationTurn Read(string json) => ConversationTurn.Read(Encoding.UTF8.GetBytes(json));
}
