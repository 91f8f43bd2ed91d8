using CallEventsDashboard.SavedViews;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>One thing that the palette leads to.</summary>
/// <param name="Kind">Its heading.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Url">Where it leads, relative to the base; null where it presses something.</param>
/// <param name="Detail">More about it, in few words.</param>
/// <param name="Presses">A selector of the element that it presses.</param>
public sealed record PaletteItem(string Kind, string Label, string? Url, string? Detail = null, string? Presses = null)
{
    /// <summary>The view whose zone and columns are taken with it; null where there is none.</summary>
    public SavedView? View { get; init; }

    /// <summary>Whether each word of a text is in its heading or its name, however written. An empty text is in everything.</summary>
    public bool Matches(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .All(word => Label.Contains(word, StringComparison.OrdinalIgnoreCase) || Kind.Contains(word, StringComparison.OrdinalIgnoreCase));
}
