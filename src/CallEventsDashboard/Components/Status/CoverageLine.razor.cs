using System.Globalization;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Status;

/// <summary>The one line that says what a list covers: its state, its total, its range, why it is not all, and what has come since.</summary>
public sealed partial class CoverageLine
{
    private const string WhyHeld = "Telnyx limits the requests of this key per minute, and they are used up. The list continues by itself.";
    private const string WhyKept = "The key's remaining requests are reserved for events that you scroll to: newer events and counts wait until there are more.";
    private const string WhyWaiting = "What you ask for comes first; this uses the requests that are left over in each minute.";

    private RequestsButton? _requests;
    private ElementReference _lateButton;
    private bool _isLateOpen;
    private bool _focusLate;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required ListView List { get; set; }

    [Parameter] public EventCallback OnContinue { get; set; }

    /// <summary>Wants events that do not show if they match left out, or back.</summary>
    [Parameter] public EventCallback<bool> OnHideUndecided { get; set; }

    /// <summary>Looks again for events that were given up.</summary>
    [Parameter] public EventCallback OnRetry { get; set; }

    /// <summary>Wants the half of the range that the list begins with, as the whole is longer than a browser can scroll.</summary>
    [Parameter] public EventCallback OnHalve { get; set; }

    [Parameter] public EventCallback OnReadAgain { get; set; }

    [Parameter] public EventCallback OnRequests { get; set; }

    [Parameter] public EventCallback<CallEvent> OnOpenLate { get; set; }

    private FeedStatus Status => List.Status;

    /// <summary>Gives the focus back when the panel of requests closes.</summary>
    public ValueTask FocusRequestsAsync() => _requests?.FocusAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focusLate)
            return;
        _focusLate = false;
        if (Status.Late > 0)
            await _lateButton.TryFocusAsync();
    }

    private CoverageText Text => CoverageText.From(Status, Instants, List.IsSearch, List.Capacity, List.Sessions);

    private string Notes => string.Join(" ", List.RenewalProblem is { } problem ? [problem, .. Text.Notes] : Text.Notes);

    private string Arrow => List.Order is EventOrder.Newest ? "↑" : "↓";

    private string? Percent => Text.Share is { } share ? (share * 100).ToString("0.#", CultureInfo.InvariantCulture) : null;

    private DateTimeOffset? HeldUntil => Status.HeldUntil is { } until && until > Time.GetUtcNow() ? until : null;

    private string Held => Status.Allowance is { } allowance ? $"{AllowanceText.Words(allowance, Instants)}: waiting" : "No more requests in this minute: waiting";

    private string? Waiting => List.IsCompleting && Status.Allowance is { } allowance ? $"{AllowanceText.Words(allowance, Instants)}: sessions are completed one by one" : null;

    private DateTimeOffset? WaitUntil => Status.WaitUntil is { } until && until > Time.GetUtcNow() ? until : null;

    // Numbers that run while a list is read would be read aloud without end.
    private string Spoken => Text.IsReading ? "Reading" : $"{Text.Label}. {Text.Total} {Notes}";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private void CloseLate() => (_isLateOpen, _focusLate) = (false, true);

    private Task OpenLateAsync(CallEvent row)
    {
        _isLateOpen = false;
        return OnOpenLate.InvokeAsync(row);
    }

    private Task ReadAgainAsync()
    {
        CloseLate();
        return OnReadAgain.InvokeAsync();
    }
}
