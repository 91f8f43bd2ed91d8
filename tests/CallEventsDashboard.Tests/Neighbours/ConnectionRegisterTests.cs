using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Neighbours;

public sealed class ConnectionRegisterTests : IDisposable
{
    private const string Texml = "2811212257810188415";
    private const string CallControl = "2811212257810187875";

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

        await WantAsync(sender, CallControl);
        Assert.Equal(("Main IVR", "5"), (_register.Book.Find(CallControl)!.Name, _register.Book.Find(CallControl)!.TimeoutSeconds));
        await WantAsync(sender, "7");
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

        Assert.Equal(["/v2/connections", "/v2/connections", "/v2/call_control_applications", "/v2/outbound_voice_profiles"], Asked(api));
        Assert.Equal(9, _register.Book.All.Count());
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
        await WantAsync(sender, CallControl);
        await WantAsync(sender, CallControl, isAsked: true);

        Assert.Equal(NeighbourState.NotPermitted, _register.Book.State);
        Assert.Equal(["/v2/connections", "/v2/call_control_applications", "/v2/outbound_voice_profiles"], Asked(api));
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

    private Task WantAsync(NeighbourSender sender, string? id, bool isAsked = false, NeighboursOptions? options = null, bool isProfile = false) =>
        _register.ReadAsync(id is null ? null : new NameQuestion(id, isProfile), isAsked, sender, options ?? new NeighboursOptions(), _refused).WaitAsync(Limits.Wait, CancellationToken.None);
}
