namespace CallEventsDashboard.Components.Keyboard;

/// <summary>All keys of the pages. The dialog lists them, the script reads them from the dialog, and the tests press them.</summary>
public static class KeyTable
{
    /// <summary>In the order of the dialog.</summary>
    public static IReadOnlyList<KeyBinding> All { get; } =
    [
        new("next", "Next row; an open event follows", "j"),
        new("previous", "Previous row; an open event follows", "k"),
        new("next", "Next row", "ArrowDown") { Place = KeyPlace.Grid },
        new("previous", "Previous row", "ArrowUp") { Place = KeyPlace.Grid },
        new("page-down", "A page down", "PageDown") { Place = KeyPlace.Grid },
        new("page-up", "A page up", "PageUp") { Place = KeyPlace.Grid },
        new("first", "First row", "Home") { Place = KeyPlace.Grid },
        new("last", "Last row", "End") { Place = KeyPlace.Grid },
        new("open", "Open the row", "Enter", "Space") { Place = KeyPlace.Row },
        new("close", "Close the event, the menu or the panel", "Escape") { Place = KeyPlace.Own },
        new("session", "Open the session of the event", "o"),
        new("previous-session", "Previous session", "["),
        new("next-session", "Next session", "]"),
        new("pick", "Pick the row, to copy it with others", "p"),
        new("pick-more", "Pick the next or previous row too", "Shift+ArrowDown", "Shift+ArrowUp") { Place = KeyPlace.Own },
        new("compare", "Mark to compare; then compare with the marked one", "x"),
        new("search", "Search", "/") { Group = KeyGroup.Page, Presses = "form[role=search] input" },
        new("filters", "Filters", "f") { Group = KeyGroup.Page, Presses = "[data-key=filters]" },
        new("time", "Time range", "t") { Group = KeyGroup.Page, Presses = "[data-key=time]" },
        new("live", "Follow the newest events", "l") { Group = KeyGroup.Page, Presses = "[data-testid=live]" },
        new("copy-link", "Copy the link", "y") { Group = KeyGroup.Page, Presses = "[data-key=copy-link]" },
        new("export", "Export", "e") { Group = KeyGroup.Page, Presses = "[data-testid=export-open]" },
        new("palette", "Go to a page, a filter, a view, a session, or what you paste", "Mod+k") { Group = KeyGroup.Anywhere, Place = KeyPlace.Anywhere },
        new("help", "All keys", "?") { Group = KeyGroup.Anywhere },
        new("leg-event", "Next and previous event of the leg", ".", ",") { Group = KeyGroup.Timeline, Place = KeyPlace.Own },
        new("zoom", "Zoom in and out", "+", "-") { Group = KeyGroup.Timeline, Place = KeyPlace.Own },
        new("fit", "Show everything", "f") { Group = KeyGroup.Timeline, Place = KeyPlace.Own },
        new("pan", "Pan, with the focus on the axis", "ArrowLeft", "ArrowRight") { Group = KeyGroup.Timeline, Place = KeyPlace.Own },
    ];

    public static string Title(KeyGroup group) => group switch
    {
        KeyGroup.List => "In a list",
        KeyGroup.Page => "On its page",
        KeyGroup.Timeline => "On the timeline of a session",
        _ => "Anywhere",
    };
}
