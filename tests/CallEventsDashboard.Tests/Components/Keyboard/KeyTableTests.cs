using System.Text.RegularExpressions;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Conventions;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>The table of keys, the script that reads it, the dialog that lists it, and the pages that it presses something on.</summary>
public sealed class KeyTableTests : EventsContext
{
    private static readonly KeyContext OnRow = new() { IsInGrid = true, IsOnRow = true };

    private readonly KeyReader _keys = new();

    public static TheoryData<string, string> Presses =>
        [.. KeyTable.All.Where(binding => binding.Place is not KeyPlace.Own).SelectMany(binding => binding.Keys, (binding, key) => (key, binding.Action))];

    [Theory]
    [MemberData(nameof(Presses))]
    public void Key_OfTheTable_DoesWhatItSays_WithTheFocusInTheList(string key, string action) => Assert.Equal(action, _keys.Read(Pressed(key), OnRow));

    [Theory]
    [MemberData(nameof(Presses))]
    public void Key_WhileADialogIsOpen_DoesNothing(string key, string action)
    {
        Assert.NotEmpty(action);
        Assert.Equal("", _keys.Read(Pressed(key), OnRow with { IsBlocked = true }));
    }

    [Theory]
    [MemberData(nameof(Presses))]
    public void Key_WhileTyping_DoesNothing_ButOpenThePalette(string key, string action) =>
        Assert.Equal(action == "palette" ? action : "", _keys.Read(Pressed(key), new() { IsTyping = true }));

    [Theory]
    [MemberData(nameof(Presses))]
    public void Key_WithAModifierThatTheTableDoesNotName_DoesNothing(string key, string action)
    {
        Assert.NotEmpty(action);
        Assert.Equal("", _keys.Read(Pressed(key) with { AltKey = true }, OnRow));
        if (!key.EndsWith('k'))
            Assert.Equal("", _keys.Read(Pressed(key) with { CtrlKey = true }, OnRow));
    }

    [Fact]
    public void KeyOfOneLetter_TurnedOff_DoesNothing_WhileTheOthersGoOn()
    {
        var off = OnRow with { IsOff = true };

        Assert.Equal("", _keys.Read(new("j"), off));
        Assert.Equal("next", _keys.Read(new("ArrowDown"), off));
        Assert.Equal("palette", _keys.Read(new("k") { CtrlKey = true }, off));
    }

    [Fact]
    public void Key_OfAnotherKeyboard_IsFoundByItsPlace()
    {
        Assert.Equal("next", _keys.Read(new("о") { Code = "KeyJ" }));
        Assert.Equal("next-session", _keys.Read(new("]") { CtrlKey = true, AltKey = true, IsAltGraph = true }));
        Assert.Equal("next", _keys.Read(new("J") { IsCapsLock = true }));
        Assert.Equal("", _keys.Read(new("j") { IsComposing = true }));
        Assert.Equal("palette", _keys.Read(new("k") { MetaKey = true }));
        Assert.Equal("", _keys.Read(new("K") { CtrlKey = true, ShiftKey = true }));
    }

    [Fact]
    public void Key_IsInOnePlaceOnly() => Assert.Empty(
        from pair in KeyTable.All.SelectMany(binding => binding.Keys, (binding, key) => (binding.Group is KeyGroup.Timeline, key))
        group pair by pair into same
        where same.Count() > 1
        select same.Key);

    [Fact]
    public void Dialog_ListsEveryKey()
    {
        var dialog = Render<KeyboardShortcuts>();

        Assert.Equal(KeyTable.All.Select(binding => binding.Label), dialog.FindAll("[data-testid=key-binding] dd").Select(cell => cell.TextContent));
        Assert.Equal(KeyTable.All.Select(binding => string.Join(' ', binding.Keys)), dialog.FindAll("[data-testid=key-binding]").Select(row => row.GetAttribute("data-keys")));
    }

    [Fact]
    public void KeysOfTheTimeline_AreThoseOfItsScript()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "src", "CallEventsDashboard", "Components", "Sessions", "Timeline", "Scripts", "Controls.js"));

        Assert.All(
            KeyTable.All.Where(binding => binding.Group is KeyGroup.Timeline).SelectMany(binding => binding.Keys),
            key => Assert.Matches($@"case '{Regex.Escape(key)}'|\b{Regex.Escape(key)}\b:", script));
    }

    [Fact]
    public async Task Page_HasWhatTheKeysPress()
    {
        var page = await OpenRowsAsync();
        page.FindAll("[data-testid=event-row]")[0].Click();
        await page.WaitForElementAsync("[data-testid=event-detail] [data-key=session]");

        Assert.All(KeyTable.All.Where(binding => binding.Presses is not null), binding => Assert.Single(page.FindAll(binding.Presses!)));
    }

    protected override void Dispose(bool disposing)
    {
        _keys.Dispose();
        base.Dispose(disposing);
    }

    private static PressedKey Pressed(string key) => key switch
    {
        "Mod+k" => new("k") { CtrlKey = true },
        "Space" => new(" "),
        _ => new(key),
    };
}
