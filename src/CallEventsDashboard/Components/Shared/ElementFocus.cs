using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

internal static class ElementFocus
{
    /// <summary>Moves the focus to an element, unless it has left the page meanwhile, or its browser has.</summary>
    public static async ValueTask TryFocusAsync(this ElementReference element)
    {
        try
        {
            await element.FocusAsync(preventScroll: true);
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // Where the focus went with the element, there is nothing to put it on.
        }
    }
}
