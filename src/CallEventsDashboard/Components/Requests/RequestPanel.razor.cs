using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CallEventsDashboard.Components.Requests;

/// <summary>The requests behind a list, in a drawer below it; on a narrow screen a sheet. No key is in them.</summary>
public sealed partial class RequestPanel
{
    private ElementReference _heading;
    private int _most = 100;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    /// <summary>Oldest first.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<RequestEntry> Entries { get; set; }

    /// <summary>Where the API is, with a final slash.</summary>
    [Parameter, EditorRequired] public required Uri Address { get; set; }

    /// <summary>The key that the requests were made with.</summary>
    [Parameter, EditorRequired] public required ApiKey Key { get; set; }

    /// <summary>The rest of the key's allowance now; null until an answer says.</summary>
    [Parameter] public Func<Allowance?> Allowance { get; set; } = () => null;

    [Parameter] public EventCallback OnClose { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _heading.TryFocusAsync();
    }

    private string Counted => CountText.Format(Entries.Count, "request");

    private IEnumerable<(RequestEntry Entry, int Number)> Shown => Entries.Select((entry, number) => (entry, number)).TakeLast(_most).Reverse();

    private Task HandleKeyAsync(KeyboardEventArgs e) => e.Key == "Escape" ? OnClose.InvokeAsync() : Task.CompletedTask;
}
