using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events;

/// <summary>The events of a list. The feed learns which rows are in view and says when they have come.</summary>
public sealed partial class EventGrid
{
    [Parameter, EditorRequired] public required CallEventFeed Feed { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    /// <summary>The fingerprint of the selected event.</summary>
    [Parameter] public string? Selected { get; set; }

    /// <summary>Whether a pane stands beside the list, so that the last columns give way.</summary>
    [Parameter] public bool IsNarrowed { get; set; }

    [Parameter] public EventCallback<CallEvent> OnOpen { get; set; }

    protected override int RowCount => Status.RowCount;

    protected override void Want(int start, int count) => Feed.Want(start, count);
}
