using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CallEventsDashboard.Components.Filters;

/// <summary>A panel below the filters, on a narrow screen a sheet that covers it. Keeps the focus, and closes by Escape or a click beside it.</summary>
public sealed partial class FilterPanel : IHandleEvent
{
    // The browser reports one Escape twice: to the open list, which closes, and then to the panel.
    private static readonly TimeSpan SameKey = TimeSpan.FromMilliseconds(250);

    private bool _listIsOpen;
    private long? _listClosed;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Selects the button that opens it, by which it comes back with what was typed after the connection was lost.</summary>
    [Parameter, EditorRequired]
    public required string Opener { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [Parameter]
    public bool Wide { get; set; }

    /// <summary>Says that a list of one of the fields opened or closed.</summary>
    public void NoteList(bool isOpen)
    {
        _listClosed = _listIsOpen && !isOpen ? Time.GetTimestamp() : _listClosed;
        _listIsOpen = isOpen;
    }

    // Keys that mean nothing here must not render the whole form again.
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);

    private Task HandleKeyAsync(KeyboardEventArgs e)
    {
        var closedAList = _listIsOpen || (_listClosed is { } closed && Time.GetElapsedTime(closed) < SameKey);
        return e.Key == "Escape" && !closedAList ? OnClose.InvokeAsync() : Task.CompletedTask;
    }
}
