using System.Text;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

[Collection(nameof(Calm))]
public sealed class SecretTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task StoredKey_NeverReturnsToTheBrowser()
    {
        const string Canary = "KEYcanary7f3a9b21c4d58e60_doNotShowThisAnywhere";
        var visitor = await NewcomerAsync();
        await visitor.SaveKeyAsync("Canary", Canary);

        var received = new StringBuilder();
        visitor.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            var text = frame.Text ?? Encoding.Latin1.GetString(frame.Binary ?? []);
            lock (received)
                received.Append(text);
        };
        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByTestId("stored-key")).ToBeVisibleAsync();
        await visitor.OpenEventsAsync();
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();

        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[..40];
        var storage = await visitor.Page.EvaluateAsync<string>("JSON.stringify([localStorage, sessionStorage, document.cookie])");
        foreach (var secret in new[] { Canary, encoded })
        {
            Assert.DoesNotContain(secret, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, visitor.Page.Url, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, storage, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Dashboard.Log, StringComparison.Ordinal);
            lock (received)
                Assert.DoesNotContain(secret, received.ToString(), StringComparison.Ordinal);
        }

        Assert.True(received.Length > 1000, "no frame was seen");
    }
}
