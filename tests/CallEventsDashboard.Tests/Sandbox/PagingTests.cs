using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

public sealed class PagingTests
{
    [Theory]
    [InlineData(ServiceOrder.Ascending, false, 250)]
    [InlineData(ServiceOrder.Descending, false, 7)]
    [InlineData(ServiceOrder.Ascending, true, 2000)]
    public async Task Pages_WalkedToTheEnd_HoldEveryRowOnceInOrder(ServiceOrder order, bool added, int rows)
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = Math.Max(rows, 1000), Order = order });
        if (added)
        {
            api.AddLateRows(60);
            api.AddNewRows(20);
        }

        using var client = new SandboxClient(api);
        var served = await client.ReadAllAsync("", Math.Min(rows, 250));
        var times = served.ConvertAll(Time);
        var expected = SandboxAccount.LastDay(api);
        if (order == ServiceOrder.Descending)
            expected.Reverse();

        Assert.Equal(expected.Select(row => row.OccurredAt), times);
        Assert.Equal(expected.Select(row => row.Name), served.Select(row => row.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task Ties_WhereShuffled_ComeInAnotherOrderButKeepTheirTime()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 1000, TiesShuffled = true }));

        var (first, second) = (await client.GetAsync("page[size]=250"), await client.GetAsync("page[size]=250"));

        Assert.NotEqual(first.GetProperty("data").GetRawText(), second.GetProperty("data").GetRawText());
        Assert.Equal(first.GetProperty("data").EnumerateArray().Select(Time), second.GetProperty("data").EnumerateArray().Select(Time));
    }

    [Fact]
    public async Task Page_BeyondTheEnd_IsEmptyAndTellsTheTotal()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 55 }));

        var page = await client.GetAsync("page[number]=9&page[size]=25");

        Assert.Equal(0, page.GetProperty("data").GetArrayLength());
        Assert.Equal("""{"page_number":9,"page_size":25,"total_pages":3,"total_results":55}""", page.GetProperty("meta").GetRawText());
    }

    [Fact]
    public async Task Totals_SwitchedOff_AreMissing()
    {
        using var client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 55, Totals = false }));

        Assert.Equal("""{"page_number":1,"page_size":20}""", (await client.GetAsync("")).GetProperty("meta").GetRawText());
    }

    private static DateTimeOffset Time(JsonElement row) => row.GetProperty("event_timestamp").GetDateTimeOffset();
}
