namespace CallEventsDashboard.Sandbox;

public sealed class ValidationTests
{
    private static readonly SandboxApi Api = SandboxAccount.Open(SandboxAccount.AllFilters with { Events = 100 });

    [Theory]
    [InlineData("page[size]=0", 422, "10033 page[size]")]
    [InlineData("page[size]=251", 422, "10033 page[size]")]
    [InlineData("page[number]=0", 422, "10033 page[number]")]
    [InlineData("page[number]=-1", 422, "10033 page[number]")]
    [InlineData("page[number]=x", 400, "10026 page[number]")]
    [InlineData("filter[type]=Webhook", 422, "10032 filter[type]")]
    [InlineData("filter[type]=call_scripting_webhook", 422, "10032 filter[type]")]
    [InlineData("filter[product]=sip", 422, "10032 filter[product]")]
    [InlineData("filter[status]=ended", 422, "10032 filter[status]")]
    [InlineData("filter[failed]=True", 422, "10032 filter[failed]")]
    [InlineData("filter[leg_id]=abc", 400, "10031 filter[leg_id]")]
    [InlineData("filter[application_session_id]=", 400, "10031 filter[application_session_id]")]
    [InlineData("filter[application_name][contains]=ab", 422, "10033 filter[application_name][contains]")]
    [InlineData("filter[application_name]=abc", 400, "10031 filter[application_name]")]
    [InlineData("filter[occurred_at][gte]=yesterday", 400, "10031 filter[occurred_at][gte]")]
    [InlineData("filter[occurred_at][gte]=2026-11-23T12:00:00+00:00", 400, "10031 filter[occurred_at][gte]")]
    [InlineData("filter[occurred_at][since]=2026-11-23T12:00:00Z", 400, "10031 filter[occurred_at][since]")]
    [InlineData("filter[occurred_at]=2026-11-23T12:00:00Z", 400, "10031 filter[occurred_at]")]
    [InlineData("filter[from][contains]=555", 400, "10031 filter[from][contains]")]
    [InlineData("filter[occurred_at][gte]=2026-11-23T12:00:00Z&filter[occurred_at][lte]=2026-11-23T13:00:00Z", 400, "10031 filter[occurred_at]")]
    public async Task Parameter_ThatIsWrong_IsNamed(string query, int status, string error)
    {
        using var client = new SandboxClient(Api);

        var answer = await client.FailAsync(query);

        Assert.Equal((status, error), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Theory]
    [InlineData("2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00.123456Z")]
    [InlineData("2026-11-23T12:00:00.123")]
    [InlineData("2026-11-23 12:00:00.123456")]
    [InlineData("2026-11-23T12:00:00%2B00:00")]
    [InlineData("2026-11-23T13:00:00.1234567%2B01:00")]
    [InlineData("2026-11-23")]
    public async Task Instant_InAnyUsualForm_IsRead(string instant)
    {
        using var client = new SandboxClient(Api);

        Assert.InRange(await client.CountAsync($"filter[occurred_at][gte]={instant}"), 0, 100);
    }

    [Fact]
    public async Task SeveralMistakes_InOneRequest_AreAllNamed()
    {
        using var client = new SandboxClient(Api);

        Assert.Equal(["10033 page[size]", "10032 filter[type]"], (await client.FailAsync("page[size]=0&filter[type]=x")).Errors);
    }

    [Theory]
    [InlineData("KEY_INVALID_1", null, 401, "10009")]
    [InlineData("KEY_FORBIDDEN_1", null, 403, "10010")]
    [InlineData("KEY_OTHER", "KEY_RIGHT", 401, "10009")]
    public async Task Key_ThatIsNotLetIn_IsRefused(string key, string? accepted, int status, string error)
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 10, Key = accepted }), key);

        Assert.Equal((status, error), await OnlyErrorAsync(client));
    }

    [Fact]
    public void Path_ThatIsUnknown_IsNotFound()
    {
        Assert.Equal(404, Api.Handle(new SandboxRequest("GET", "/v2/reports/call_events", "", "Bearer KEY_TEST")).Status);
        Assert.Equal(401, Api.Handle(new SandboxRequest("GET", SandboxRequest.CallEventsPath, "", null)).Status);
    }

    private static async Task<(int Status, string Error)> OnlyErrorAsync(SandboxClient client)
    {
        var answer = await client.FailAsync("");
        return (answer.Status, Assert.Single(answer.Errors));
    }
}
