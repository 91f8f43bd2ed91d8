using System.Text.Json;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Privacy;

public class PrivacyModeTests
{
    private static readonly ApiKey Key = ApiKey.TryParse("KEY_TEST")!;
    private static readonly CallEvent Event = CallEventReader.Read(JsonElement.Parse(SampleRecords.DocumentedWebhook));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mode_AtFirst_IsWhatIsConfigured(bool isDefault)
    {
        var mode = Mode(isDefault);

        Assert.Equal(isDefault, mode.IsOn);
        Assert.Equal(!isDefault, mode.Seen(Event, Key).From == Event.From);
        Assert.Equal(!isDefault, mode.Seen(Event, Key).To == Event.To);
    }

    [Fact]
    public void Seen_AskedAgain_IsTheSameObject()
    {
        var mode = Mode(isDefault: true);

        Assert.Same(mode.Seen(Event, Key), mode.Seen(Event, Key));
        Assert.Same(mode.Masked(Event, Key), mode.Seen(Event, Key));
        Assert.NotEqual(mode.Seen(Event, Key).From, mode.Seen(Event, ApiKey.TryParse("KEY_OTHER")!).From);
    }

    [Fact]
    public void Reveal_ShowsOneEventUntilMaskedAnew()
    {
        var mode = Mode(isDefault: true);
        var changes = 0;
        mode.Changed += (_, _) => changes++;

        mode.Reveal(Event);
        mode.Reveal(Event);
        Assert.Equal((1, false, Event.From), (changes, mode.IsMasked(Event), mode.Seen(Event, Key).From));
        mode.Set(isOn: false);
        mode.Set(isOn: true);

        Assert.Equal((3, true), (changes, mode.IsMasked(Event)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mode_OfWhoMayNotReveal_IsOnWhateverTheyDo(bool isDefault)
    {
        var mode = Mode(isDefault, new SignInOptions { RevealRole = "reveal" });

        mode.Set(isOn: false);
        mode.Reveal(Event);

        Assert.True(mode is { IsOn: true, MayReveal: false });
        Assert.True(mode.IsMasked(Event));
        Assert.NotEqual(Event.From, mode.Seen(Event, Key).From);
        Assert.NotEqual(Event.From, mode.Value("from", Event.From!, Key));
    }

    private static PrivacyMode Mode(bool isDefault, SignInOptions? access = null)
        => new(Options.Create(new PrivacyOptions { Default = isDefault }), new RevealRight(Options.Create(access ?? new SignInOptions()), new FixedSignIn()));
}
