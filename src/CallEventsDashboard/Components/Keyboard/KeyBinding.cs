namespace CallEventsDashboard.Components.Keyboard;

/// <summary>What one key does, or each of several.</summary>
/// <param name="Action">Its name for the script.</param>
/// <param name="Label">What it does, for people.</param>
/// <param name="Keys">As the browser names them; <c>Mod+k</c> is K with Ctrl or Cmd, <c>Space</c> the space bar.</param>
public sealed record KeyBinding(string Action, string Label, params IReadOnlyList<string> Keys)
{
    public KeyGroup Group { get; init; }

    public KeyPlace Place { get; init; }

    /// <summary>A selector of the element that it presses, or puts the focus on where that is a field; null for a key that does something else.</summary>
    public string? Presses { get; init; }

    /// <summary>How a key is written on the page.</summary>
    public static string Show(string key) => key switch
    {
        "ArrowDown" => "↓",
        "ArrowUp" => "↑",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "PageDown" => "Page Down",
        "PageUp" => "Page Up",
        "Escape" => "Esc",
        "Shift+ArrowDown" => "Shift ↓",
        "Shift+ArrowUp" => "Shift ↑",
        "Mod+k" => "Ctrl K",
        _ => key,
    };
}
