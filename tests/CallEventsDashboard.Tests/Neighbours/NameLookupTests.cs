using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Neighbours;

public sealed class NameLookupTests : EventsContext
{
    private const string Fax = "2811212257810188307";

    /// <summary>An export looks up every row's connection, a hundred thousand times: its list is asked once, and the name is there for the rows that follow.</summary>
    [Fact]
    public async Task Name_ThatIsMissing_IsAskedForOnce_AndThereLater()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.ApplicationsApart } };
        _ = Api;
        Time.Advance(TimeSpan.FromSeconds(29));
        var reader = Services.GetRequiredService<NeighbourFactory>().Open(new ApiAccount("Production", ApiKey.TryParse(Secret)!, IsSandbox: false))!;
        var lookup = new NameLookup(reader);

        var isThere = new TaskCompletionSource();
        reader.NamesChanged += () =>
        {
            if (lookup.Find(Fax, "fax") is not null)
                isThere.TrySetResult();
        };

        Assert.Null(lookup.Find(Fax, "fax"));
        await isThere.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["/v2/connections", "/v2/fax_applications"], Api.RequestsBeside.Select(request => request.Path));
    }
}
