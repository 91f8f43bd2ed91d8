using System.Globalization;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Events;

/// <summary>The one line that says what a list covers: its state, its total, its range, why it is not all, and what has come since.</summary>
public sealed partial class CoverageLine
{
    private ElementReference _requestsButton;
    private ElementReference _lateButton;
    private bool _isLateOpen;
    private bool _focusLate;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    [Parameter] public EventOrder Order { get; set; }

    /// <summary>Whether the list is what a search found.</summary>
    [Parameter] public bool IsSearch { get; set; }

    /// <summary>By what the rows are sorted that are sessions; null where they are events.</summary>
    [Parameter] public SessionOrder? Sessions { get; set; }

    /// <summary>Sessions that were met and have no row yet, as they began before the events that were read.</summary>
    [Parameter] public int EarlierSessions { get; set; }

    /// <summary>The rows that the browser can scroll.</summary>
    [Parameter] public int Capacity { get; set; } = int.MaxValue;

    /// <summary>The late rows that are held back; others were only counted.</summary>
    [Parameter] public IReadOnlyList<CallEvent> LateRows { get; set; } = [];

    /// <summary>Whether the list is being read again at this moment.</summary>
    [Parameter] public bool IsRenewing { get; set; }

    /// <summary>Why the list could not be read again; null when it could.</summary>
    [Parameter] public string? RenewalProblem { get; set; }

    /// <summary>Whether rows wait to be completed until requests are to spare for it.</summary>
    [Parameter] public bool IsCompleting { get; set; }

    [Parameter] public bool AreRequestsOpen { get; set; }

    [Parameter] public EventCallback OnContinue { get; set; }

    /// <summary>Whether events that do not show if they match are left out of the list.</summary>
    [Parameter] public bool HidesUndecided { get; set; }

    /// <summary>Wants those events left out, or back.</summary>
    [Parameter] public EventCallback<bool> OnHideUndecided { get; set; }

    /// <summary>Looks again for events that were given up.</summary>
    [Parameter] public EventCallback OnRetry { get; set; }

    /// <summary>Wants the half of the range that the list begins with, as the whole is longer than a browser can scroll.</summary>
    [Parameter] public EventCallback OnHalve { get; set; }

    [Parameter] public EventCallback OnReadAgain { get; set; }

    [Parameter] public EventCallback OnRequests { get; set; }

    [Parameter] public EventCallback<CallEvent> OnOpenLate { get; set; }

    /// <summary>Gives the focus back when the panel of requests closes.</summary>
    public ValueTask FocusRequestsAsync() => _requestsButton.TryFocusAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focusLate)
            return;
        _focusLate = false;
        if (Status.Late > 0)
            await _lateButton.TryFocusAsync();
    }

    private CoverageText Text => CoverageText.From(Status, Instants, IsSearch, Capacity, Sessions);

    private string Notes => string.Join(" ", RenewalProblem is null ? Text.Notes : [RenewalProblem, .. Text.Notes]);

    private string Requests => Status.Requests == 1 ? "1 request" : $"{CoverageText.Number(Status.Requests)} requests";

    private string? Percent => Text.Share is { } share ? (share * 100).ToString("0.#", CultureInfo.InvariantCulture) : null;

    private DateTimeOffset? HeldUntil => Status.HeldUntil is { } until && until > Time.GetUtcNow() ? until : null;

    private string Held => Status.Allowance is { } allowance ? $"{AllowanceText.Words(allowance, Instants)}: waiting" : "No more requests in this minute: waiting";

    private string? Waiting => IsCompleting && Status.Allowance is { } allowance ? $"{AllowanceText.Words(allowance, Instants)}: sessions are completed one by one" : null;

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
