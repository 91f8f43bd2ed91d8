using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed partial class PrivacyTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Party = @"\+\d[\d ()-]{7,}\d";

    [Fact]
    public async Task Numbers_WhileMasked_AreNowhereInThePageNorInACopy_AndStayMaskedAfterAReload()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.initiated&product=call_control");
        await visitor.RowAt(2).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        Assert.True(await PartiesAsync(visitor) > 0);

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToBeVisibleAsync();
        Assert.Equal(0, await PartiesAsync(visitor));

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToBeVisibleAsync();
        Assert.Equal(0, await PartiesAsync(visitor));

        await visitor.Detail.GetByText("Reveal numbers").ClickAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToHaveCountAsync(0);
        Assert.True(await PartiesAsync(visitor) > 0);
    }

    [Fact]
    public async Task Cell_PointedAt_IsToldInFull_AndMaskedWithThePage()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.initiated&product=call_control");
        var called = (await Sandbox.NewestAsync("filter[name]=call.initiated&filter[product]=call_control")).First(row => ApiRow.Text(row.Record, "to") is ['+', ..]);
        var cell = visitor.Page.Locator($"[data-testid=event-row][data-leg-id='{called.LegId}']").First.GetByRole(AriaRole.Gridcell).Nth(6);
        await cell.HoverAsync();
        await Expect(cell).ToHaveAttributeAsync("title", Number());

        await visitor.Button("Privacy mode: mask numbers").PressAsync("Enter");
        await Expect(cell).Not.ToHaveAttributeAsync("title", Number());
        Assert.Equal(0, await PartiesAsync(visitor));
    }

    [Fact]
    public async Task Session_WhileMasked_HasNoNumberInThePageNorInWhatIsCopied()
    {
        var session = (await Sandbox.NewestAsync("filter[name]=transfer"))[30].SessionId;
        var visitor = await VisitorAsync();
        await visitor.AllowClipboardAsync();
        await visitor.GoToAsync($"/sessions/{session}");
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        Assert.True(await PartiesAsync(visitor) > 0);

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Detail.GetByText("Reveal numbers")).ToBeVisibleAsync();
        foreach (var tab in new[] { "Ladder", "Timings", "Cause and effect", "Events" })
        {
            await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            Assert.Equal(0, await PartiesAsync(visitor));
        }

        Assert.DoesNotMatch(Party, await CopiedAsync(visitor, "Copy as text, numbers masked", "Call session"));
        Assert.DoesNotMatch(Party, await CopiedAsync(visitor, "Copy the ladder as Mermaid", "sequenceDiagram"));
        await Expect(visitor.Button("Copy as text")).ToHaveCountAsync(0);

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        Assert.Equal(0, await PartiesAsync(visitor));
    }

    [Fact]
    public async Task Sessions_WhileMasked_HaveNoNumberInThePage()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync($"/sessions?{await Sandbox.NewestRangeAsync(300)}");
        var first = visitor.Page.GetByTestId("session-row").First;
        await Expect(first).ToHaveAttributeAsync("data-complete", "true");
        Assert.True(await PartiesAsync(visitor) > 0);

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        await Expect(visitor.Button("Privacy mode: mask numbers")).ToHaveAttributeAsync("aria-pressed", "true");
        await visitor.Page.WaitForFunctionAsync($"() => !/{Party}/.test(document.querySelector('[data-testid=session-scroller]').outerHTML)");

        Assert.Equal(0, await PartiesAsync(visitor));
    }

    [Fact]
    public async Task Pages_WhileMasked_HaveNothingOfWhatPeopleSaidOrAreCalled()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/keys");
        await visitor.Button("Privacy mode: mask numbers").ClickAsync();
        var spoken = (await Sandbox.NewestAsync("filter[name]=call.transcription"))[20];
        var (rows, _) = await Sandbox.PageAsync($"filter[application_session_id]={spoken.SessionId}", 1);
        var newest = await Sandbox.NewestAsync("");
        var secrets = newest.Concat(rows).SelectMany(row => Secrets("", row.Record)).Distinct(StringComparer.Ordinal).ToArray();
        Assert.Contains(secrets, secret => secret.Contains(' ', StringComparison.Ordinal));
        Assert.Contains(secrets, secret => secret.All(char.IsAsciiDigit));

        await visitor.OpenEventsAsync();
        Assert.Empty(await FoundAsync(visitor, secrets));
        await visitor.OpenEventsAsync($"name=call.transcription&application_session_id={spoken.SessionId}");
        await visitor.RowAt(0).ClickAsync();
        await visitor.Detail.GetByLabel("Expand all").ClickAsync();
        Assert.Empty(await FoundAsync(visitor, secrets));
        await visitor.GoToAsync($"/sessions?{await Sandbox.NewestRangeAsync(300)}");
        await Expect(visitor.Page.GetByTestId("session-row").First).ToHaveAttributeAsync("data-complete", "true");
        Assert.Empty(await FoundAsync(visitor, secrets));
        await visitor.GoToAsync($"/sessions/{spoken.SessionId}");
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        Assert.Empty(await FoundAsync(visitor, secrets));
    }

    /// <summary>The numbers of a record, as digits, and the texts in it that people said, typed or are called.</summary>
    private static IEnumerable<string> Secrets(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Secrets(property.Name, property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Secrets(name, item)),
        JsonValueKind.String when value.GetString() is { Length: > 3 } text => name switch
        {
            "from" or "to" or "From" or "To" => [text.StartsWith('+') ? text[1..] : text],
            "payload" or "greeting" or "transcript" or "transcription_text" or "SpeechResult" or "content" or "caller_id_name" or "client_state" or "delivered_to" or "media_url" or "audio_url" => [text],
            _ => [],
        },
        _ => [],
    };

    /// <summary>Which of the texts stand in the page, in a text or in any attribute, numbers with whatever is between their digits.</summary>
    private static Task<string[]> FoundAsync(Visitor visitor, string[] secrets) => visitor.Page.EvaluateAsync<string[]>(
        """
        secrets => {
          const texts = [];
          for (const element of document.querySelectorAll('*')) {
            for (const { value } of element.attributes) texts.push(value);
            for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && element.localName !== 'script' && element.localName !== 'style') texts.push(node.data);
          }
          const all = texts.join('\n');
          const digits = texts.map(text => text.replace(/[\s().\-/]|%20/g, '')).join('\n');
          return secrets.filter(secret => /^\d+$/.test(secret) ? digits.includes(secret) : all.includes(secret));
        }
        """, secrets);

    private static async Task<string> CopiedAsync(Visitor visitor, string item, string beginning)
    {
        await visitor.Page.EvaluateAsync("navigator.clipboard.writeText('')");
        await visitor.Page.Locator("summary").Filter(new() { HasText = "Copy" }).First.ClickAsync();
        await visitor.Button(item).ClickAsync();
        var copied = await visitor.CopiedAsync(beginning);
        await Expect(visitor.Page.Locator("details[open]")).ToHaveCountAsync(0);
        return copied;
    }

    // Every text and attribute counts: what is copied lies in the page as well.
    private static Task<int> PartiesAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<int>($"(document.documentElement.outerHTML.match(/{Party}/g) ?? []).length");

    [GeneratedRegex(Party, RegexOptions.None, 1000)]
    private static partial Regex Number();
}
