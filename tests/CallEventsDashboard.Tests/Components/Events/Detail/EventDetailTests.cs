using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

public sealed class EventDetailTests : DashboardContext
{
    private static readonly CallEvent Busy = Records.WithPayload("""{"hangup_cause":"user_busy","big":2811212257810187875}""") with
    {
        From = "+12025550142",
        ConnectionId = "2811212257810187875",
        DeliveryStatus = "failed",
        Failed = true,
        Attempt = 2,
    };

    private CallEventQuery? _asked;
    private int _closed;

    [Fact]
    public void Render_Event_SaysWhatItIsAndWhen()
    {
        var detail = Detail(Busy);

        var pane = detail.Find("[data-testid=event-detail]");
        Assert.Equal(("Event detail", Busy.Fingerprint), (pane.GetAttribute("aria-label"), pane.GetAttribute("data-fingerprint")));
        Assert.Equal("call.hangup", detail.Find("h2").TextContent);
        Assert.Equal("Nov 23, 2026 09:00:00.123 456 UTC", detail.Find("time").TextContent);
        Assert.Equal("2026-11-23T09:00:00.123456Z", detail.Find("time").GetAttribute("title"));
        Assert.Equal("the callee was busy", Fact(detail, "Ended because").QuerySelector(".decoded")!.TextContent);
        Assert.Equal("leaves this list in 23 h; still reachable by session", Fact(detail, "Expires").QuerySelector(".text")!.TextContent);
    }

    [Theory]
    [InlineData("call.hangup", "webhook", "mark end")]
    [InlineData("speak", "command", "mark media command")]
    [InlineData("never.seen", "webhook", "mark other")]
    public void Render_FamilyAndType_HaveColourAndShape(string name, string type, string mark) =>
        Assert.Equal(mark, Detail(Busy with { Name = name, Type = type }).Find(".mark").ClassName);

    [Fact]
    public void AllEvents_OfSessionAndLeg_AskForNothingElse()
    {
        var detail = Detail(Busy);

        Button(detail, "All events of this session").Click();
        Assert.Equal(new CallEventQuery { ApplicationSessionId = Records.SessionId }, _asked);

        Button(detail, "All events of this leg").Click();
        Assert.Equal(new CallEventQuery { LegId = Records.LegId }, _asked);
    }

    [Fact]
    public void FilterBy_Choice_NarrowsTheListsQuery()
    {
        var detail = Detail(Busy);

        detail.Find("[data-filter=From]").Click();
        Assert.Equal(new CallEventQuery { Type = "webhook", From = "+12025550142" }, _asked);

        detail.Find("[aria-label='Filter by Connection']").Click();
        Assert.Equal(new CallEventQuery { Type = "webhook", ConnectionId = "2811212257810187875" }, _asked);
    }

    [Fact]
    public void Copy_Items_HoldTheirTextInThePage()
    {
        var detail = Detail(Busy);

        Assert.Equal("https://dashboard.test/events?event=1", Button(detail, "Copy link").GetAttribute("data-copy"));
        Assert.Equal(RequestCode.Curl(Busy), Button(detail, "Copy as curl").GetAttribute("data-copy"));
        Assert.Equal(RequestCode.Node(Busy), Button(detail, "Copy as Node").GetAttribute("data-copy"));
        var json = detail.Find($"#{Button(detail, "Copy JSON").GetAttribute("data-copy-from")}").TextContent;
        Assert.Equal(RecordText.Format(Busy.Raw), json);
        Assert.Contains("\"big\": 2811212257810187875", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Copy_NoLink_IsNotOffered() =>
        Assert.DoesNotContain("Copy link", Detail(Busy, link: null).FindAll("button").Select(button => button.TextContent.Trim()));

    [Fact]
    public void Close_Click_AsksToClose()
    {
        Detail(Busy).Find("[aria-label='Close detail']").Click();

        Assert.Equal(1, _closed);
    }

    [Fact]
    public void Render_AnotherEvent_ShowsItsJson()
    {
        var detail = Detail(Busy);

        detail.Render(parameters => parameters.Add(pane => pane.Event, Records.Of("""{"other":1}""") with { Fingerprint = "2-2" }));

        Assert.Equal(["other"], detail.FindAll("[data-path]").Select(row => row.GetAttribute("data-path")));
    }

    [Fact]
    public void Render_HostileTexts_AreTextAndAreSeen()
    {
        const string Evil = "\u202e\"><img src=x onerror=alert(1)>";
        var detail = Detail(Busy with { Name = Evil, Type = Evil, From = Evil, DeliveredTo = Evil, ConnectionId = Evil, Product = Evil, DeliveryStatus = Evil });

        Assert.Empty(detail.FindAll("img"));
        Assert.Equal("\\u202e\"><img src=x onerror=alert(1)>", detail.Find("h2").TextContent);
        Assert.DoesNotContain('\u202e', detail.Find("dl").TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1]")]
    public void Render_UnreadableRecord_StillShowsTheEvent(string raw) =>
        Assert.Equal("call.hangup", Detail(Records.Of(raw)).Find("h2").TextContent);

    [Fact]
    public void Render_NothingKnown_SaysSo()
    {
        var detail = Detail(new CallEvent { Name = "", Type = "", Fingerprint = "0-0", Raw = "{}"u8.ToArray() });

        Assert.Equal(("(no name)", "time unknown"), (detail.Find("h2").TextContent, detail.Find(".when").TextContent.Trim()));
        Assert.DoesNotContain(detail.FindAll("button"), button => button.TextContent.StartsWith("All events", StringComparison.Ordinal));
    }

    private static IElement Fact(IRenderedComponent<EventDetail> detail, string label) => detail.Find($"[data-field='{label}']");

    private static IElement Button(IRenderedComponent<EventDetail> detail, string text) => detail.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<EventDetail> Detail(CallEvent callEvent, string? link = "https://dashboard.test/events?event=1") => Render<EventDetail>(parameters => parameters
        .Add(detail => detail.Event, callEvent)
        .Add(detail => detail.Place, new EventPlace(new CallEventQuery { Type = "webhook" }) { LinkUri = link })
        .Add(detail => detail.OnClose, () => _closed++)
        .Add(detail => detail.OnQuery, query => _asked = query));
}
