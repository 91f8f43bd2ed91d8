using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Neighbours;

public sealed class ConnectionRegisterTests : IDisposable
{
    private const string Texml = "2811212257810188415";
    private const string CallControl = "2811212257810187875";
    private const string Fax = "2811212257810188307";
    private static readonly string[] Applications = ["/v2/call_control_applications", "/v2/texml_applications", "/v2/fax_applications"];

    private readonly SimulatedTime _time = SandboxAccount.Clock();
    private readonly RefusedEndpoints _refused;
    private readonly ConnectionRegister _register;
    private HttpClient? _http;

    public ConnectionRegisterTests()
    {
        (_refused, _register) = (new RefusedEndpoints(_time), new ConnectionRegister(new Recorded().Work, _time));
        // The end of a minute has requests to spare.
        _time.Advance(TimeSpan.FromSeconds(29));
    }

    [Fact]
    public async Task Names_AreReadOnceAnHour_AndApplicationsOnlyForAnIdWithoutOne()
    {
        var (api, sender) = Open();
        await WantAsync(sender, id: null);
        Assert.Equal(("Café Hotline (TeXML)", "1"), (_register.Book.Find(Texml)!.Name, _register.Book.Find(Texml)!.ApiVersion));
        Assert.Equal(["/v2/connections"], Asked(api));

        await WantAsync(sender, Texml);
        Assert.Equal(["/v2/connections"], Asked(api));
        Assert.Null(_register.Book.Find(CallControl));

        await WantAsync(sender, CallControl, product: "call_control");
        Assert.Equal(("Main IVR", "5"), (_register.Book.Find(CallControl)!.Name, _register.Book.Find(CallControl)!.TimeoutSeconds));
        await WantAsync(sender, "7", product: "call_control");
        Assert.Equal(["/v2/connections", "/v2/call_control_applications"], Asked(api));
        Assert.All(sender.Log, entry => Assert.Equal("names", entry.Purpose));

        _time.Advance(TimeSpan.FromHours(1));
        await WantAsync(sender, id: null);
        Assert.Equal(3, Asked(api).Length);
    }

    [Fact]
    public async Task Names_AskedForByHand_AreReadAtOnce()
    {
        var (api, sender) = Open();
        await WantAsync(sender, id: null);
        await WantAsync(sender, id: null, isAsked: true);

        Assert.Equal(["/v2/connections", "/v2/connections", .. Applications, "/v2/outbound_voice_profiles"], Asked(api));
        Assert.Equal((10, 3), (_register.Book.All.Count(), _register.Book.Profiles.Count()));
    }

    [Theory]
    [InlineData(CallControl, "call_control", "/v2/call_control_applications")]
    [InlineData(Texml, "texml", "/v2/texml_applications")]
    [InlineData(Fax, "fax", "/v2/fax_applications")]
    public async Task Application_ThatNoListOfConnectionsHas_IsLookedForAmongThoseOfItsProduct(string id, string product, string path)
    {
        var (api, sender) = Open(ResourceTrap.ApplicationsApart);
        await WantAsync(sender, id: null);
        await WantAsync(sender, id, product: product);

        Assert.Equal(["/v2/connections", path], Asked(api));
        Assert.NotNull(_register.Book.Known(id));
    }

    [Fact]
    public async Task Application_OfAProductThatNobodyHasHeardOf_IsLookedForUntilItIsFound()
    {
        var (api, sender) = Open(ResourceTrap.ApplicationsApart);
        await WantAsync(sender, Texml, product: "teleport");

        Assert.Equal(["/v2/connections", "/v2/call_control_applications", "/v2/texml_applications"], Asked(api));
    }

    [Fact]
    public async Task Facts_ThatTheListOfConnectionsLacks_AreReadWhenSomebodyLooksAtThem()
    {
        var (api, sender) = Open(ResourceTrap.MixedConnections);
        await WantAsync(sender, CallControl, product: "call_control");
        Assert.Equal(("Main IVR", null), (_register.Book.Known(CallControl)!.Name, _register.Book.Known(CallControl)!.TimeoutSeconds));
        Assert.Equal(["/v2/connections"], Asked(api));

        await WantAsync(sender, CallControl, product: "call_control", wantsFacts: true);
        await WantAsync(sender, CallControl, product: "call_control", wantsFacts: true);

        var known = _register.Book.Known(CallControl)!;
        Assert.Equal(("Main IVR", "5", "30", "2"), (known.Name, known.TimeoutSeconds, known.FirstCommandSeconds, known.ApiVersion));
        Assert.Equal(["/v2/connections", "/v2/call_control_applications"], Asked(api));
    }

    [Fact]
    public async Task Names_OfOneConnectionAskedForByHand_CostWhatTheButtonSays()
    {
        var (api, sender) = Open();
        await WantAsync(sender, Texml, isAsked: true, product: "texml");

        Assert.Equal(["/v2/connections", "/v2/texml_applications", "/v2/outbound_voice_profiles"], Asked(api));
        Assert.Contains("/progress/", _register.Book.Known(Texml)!.StatusUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_ToChooseFrom_AreReadAtOnce_AndOnce()
    {
        var (api, sender) = Open();
        await _register.ReadAsync(NameQuestion.AllProfiles, isAsked: false, sender, new NeighboursOptions(), _refused).WaitAsync(Limits.Wait, CancellationToken.None);
        await _register.ReadAsync(NameQuestion.AllProfiles, isAsked: false, sender, new NeighboursOptions(), _refused).WaitAsync(Limits.Wait, CancellationToken.None);

        Assert.Equal(["/v2/outbound_voice_profiles"], Asked(api));
        Assert.Equal(["Campaigns", "Default outbound", "Fax and TeXML"], _register.Book.Profiles.Select(profile => profile.Name));
    }

    [Fact]
    public async Task Names_ThatCouldNotBeRead_AreReadAfterAMinute()
    {
        var (api, sender) = Open();
        api.Faults = new SandboxFaults { Fault = Fault.InvalidFilter };
        await WantAsync(sender, id: null);
        await WantAsync(sender, id: null);
        Assert.Equal((NeighbourState.Failed, 1), (_register.Book.State, Asked(api).Length));

        api.Faults = SandboxFaults.None;
        _time.Advance(TimeSpan.FromMinutes(1));
        await WantAsync(sender, id: null);

        Assert.Equal((NeighbourState.Answered, 2), (_register.Book.State, Asked(api).Length));
    }

    [Fact]
    public async Task Profiles_AreReadWhenOneIsShown_OnceAnHour()
    {
        var (api, sender) = Open();
        await WantAsync(sender, id: null);
        var profile = _register.Book.Find(Texml)!.OutboundProfileId!;
        await WantAsync(sender, profile, isProfile: true);
        await WantAsync(sender, "7", isProfile: true);

        Assert.Equal(["/v2/connections", "/v2/outbound_voice_profiles"], Asked(api));
        Assert.Equal(("Fax and TeXML", true, "10"), (_register.Book.FindProfile(profile)!.Name, _register.Book.FindProfile(profile)!.IsEnabled, _register.Book.FindProfile(profile)!.CallLimit));
    }

    [Fact]
    public async Task Names_ThatTheKeyMayNotRead_AreAskedForOnce()
    {
        var (api, sender) = Open(ResourceTrap.Forbidden);
        await WantAsync(sender, CallControl, product: "call_control");
        await WantAsync(sender, CallControl, isAsked: true, product: "call_control");

        Assert.Equal(NeighbourState.NotPermitted, _register.Book.State);
        Assert.Equal(["/v2/connections", "/v2/call_control_applications", "/v2/outbound_voice_profiles"], Asked(api));
    }

    /// <summary>A service that gives fewer in a page than it was asked for has more in the next, whether it says how many or not.</summary>
    [Theory]
    [InlineData(ResourceTrap.ShortPages)]
    [InlineData(ResourceTrap.ShortPages, ResourceTrap.NoTotals)]
    public async Task Names_InShortPages_AreReadOnOrSaidToBeCut(params ResourceTrap[] traps)
    {
        var (api, sender) = Open(traps);
        await WantAsync(sender, id: null);

        Assert.Equal(["/v2/connections", "/v2/connections"], Asked(api));
        Assert.Equal(4, _register.Book.All.Count());
        // No more than two pages are read, and without a total the second may not have been the last.
        Assert.Equal(traps.Contains(ResourceTrap.NoTotals), _register.Book.IsCut);
    }

    /// <summary>A list that could not be read again is as old as it was.</summary>
    [Fact]
    public async Task Names_ThatCouldNotBeReadAgain_SayWhenTheyWereRead_AndWhenThatFailed()
    {
        var (api, sender) = Open();
        await WantAsync(sender, CallControl, isAsked: true, product: "call_control");
        var read = _time.GetUtcNow();
        Assert.Equal((read, null), (_register.Book.Known(CallControl)!.ReadAt, _register.Book.Failed));

        _time.Advance(TimeSpan.FromSeconds(10));
        api.Faults = new SandboxFaults { Traps = [ResourceTrap.Forbidden] };
        await WantAsync(sender, CallControl, isAsked: true, product: "call_control");

        Assert.Equal((read, (_time.GetUtcNow(), NeighbourState.NotPermitted)), (_register.Book.Known(CallControl)!.ReadAt, _register.Book.Failed));
        Assert.Equal("Main IVR", _register.Book.Known(CallControl)!.Name);
        Assert.False(_register.Book.IsReading);
    }

    /// <summary>What is refused is due as soon as it is not refused any more, as after a test of the key.</summary>
    [Fact]
    public async Task Names_ThatWereNotPermitted_AreReadOnceTheRefusalIsForgotten()
    {
        var (api, sender) = Open();
        api.Faults = new SandboxFaults { Traps = [ResourceTrap.Forbidden] };
        await WantAsync(sender, id: null);

        api.Faults = SandboxFaults.None;
        await WantAsync(sender, id: null);
        Assert.Single(Asked(api));
        _refused.Forget(sender.Key);
        await WantAsync(sender, id: null);

        Assert.Equal((NeighbourState.Answered, 2), (_register.Book.State, Asked(api).Length));
    }

    [Fact]
    public async Task Names_ThatGoOnFailing_AreAskedForLessAndLess()
    {
        var (api, sender) = Open();
        api.Faults = new SandboxFaults { Fault = Fault.InvalidFilter };
        for (var minute = 0; minute <= 60; minute++)
        {
            await WantAsync(sender, id: null);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(4, Asked(api).Length);
    }

    [Fact]
    public async Task Switch_TurnedOff_ReadsNothing()
    {
        var (api, sender) = Open();
        await WantAsync(sender, CallControl, options: new NeighboursOptions { Connections = false });

        Assert.Empty(Asked(api));
    }

    public void Dispose() => _http?.Dispose();

    private static string[] Asked(SandboxApi api) => [.. api.RequestsBeside.Select(request => request.Path)];

    private (SandboxApi Api, NeighbourSender Sender) Open(params ResourceTrap[] traps)
    {
        var api = new SandboxApi(new SandboxOptions { Events = 0, Traps = traps.ToHashSet() }, _time);
        _http = new HttpClient(new SandboxHandler(api)) { BaseAddress = new Uri("http://sandbox.test/v2/") };
        var requests = new TelnyxRequests(_http, _time, new CallEventsClientOptions());
        return (api, new NeighbourSender(requests, ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!, new RequestBudgetRegistry(_time, new Recorded().Work), _time));
    }

    private Task WantAsync(NeighbourSender sender, string? id, bool isAsked = false, NeighboursOptions? options = null, bool isProfile = false, string? product = null, bool wantsFacts = false) =>
        _register.ReadAsync(id is null ? null : new NameQuestion(id, isProfile) { Product = product, WantsFacts = wantsFacts }, isAsked, sender, options ?? new NeighboursOptions(), _refused)
            .WaitAsync(Limits.Wait, CancellationToken.None);
}
