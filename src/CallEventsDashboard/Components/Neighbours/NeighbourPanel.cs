using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What is asked beside the log by a button: the questions, one after the other, each written to the audit, and the answers that are known.</summary>
public abstract class NeighbourPanel : GuardedComponent, IDisposable
{
    private CancellationTokenSource? _stop;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    /// <summary>The resource that all of its questions go to.</summary>
    protected abstract string Endpoint { get; }

    /// <summary>Why, in the words of the list of requests.</summary>
    protected abstract string Purpose { get; }

    /// <summary>None where there is nothing to ask.</summary>
    protected IReadOnlyList<ResourceRequest> Questions { get; private set; } = [];

    /// <summary>Those that the next click asks.</summary>
    protected virtual IReadOnlyList<ResourceRequest> Next => Questions;

    /// <summary>Of the questions that were answered, in their order.</summary>
    protected IReadOnlyList<NeighbourAnswer> Answers { get; private set; } = [];

    /// <summary>The answer that went worst; null while there is none.</summary>
    protected NeighbourAnswer? Answer => Answers.MaxBy(answer => answer.State);

    internal bool IsAsking { get; private set; }

    /// <summary>Whether there is something to ask, or it is being asked.</summary>
    internal bool HasOffer => IsAsking || Next.Count > 0;

    /// <summary>Whether Telnyx does not let the key read the resource: then nothing is offered.</summary>
    internal bool IsRefused => Neighbours?.IsRefused(Endpoint) == true;

    /// <inheritdoc cref="NeighbourText.Refusal"/>
    protected string Refusal => NeighbourText.Refusal(Neighbours?.RefusedUntil(Endpoint), Instants);

    /// <inheritdoc cref="NeighbourText.InVain"/>
    internal string? InVain => NeighbourText.InVain(Answers, Instants);

    /// <summary>As <c>data-state</c> has it.</summary>
    protected virtual string State => NeighbourText.Name(Answer?.State, IsAsking);

    /// <summary>By what is shown, and by what was answered so far.</summary>
    protected abstract IEnumerable<ResourceRequest> FindQuestions();

    /// <summary>Takes what <see cref="Answers"/> say into what is shown.</summary>
    protected abstract void Tell();

    protected abstract Task WriteAuditAsync(ResourceRequest question);

    /// <summary>What a record may show: masked in privacy mode.</summary>
    protected ReadOnlyMemory<byte> Seen(ReadOnlyMemory<byte> record) => Privacy.IsOn ? Privacy.Masked(record, Neighbours!.Key) : record;

    /// <summary>The text of the button.</summary>
    /// <param name="first">Before anything was asked: <c>Ask Telnyx</c>.</param>
    protected string Offer(string first = "Ask Telnyx", string again = "Ask again") =>
        IsAsking ? "Asking Telnyx…" : $"{(Answers.Count == 0 ? first : again)} ({CountText.Format(Next.Count, "request")})";

    protected NeighbourAnswer? Known(ResourceRequest question) => Neighbours?.Known(question);

    public void Dispose()
    {
        Stop();
        GC.SuppressFinalize(this);
    }

    protected override void OnParametersSet() => Read();

    /// <summary>Sends nothing more; what was sent is still answered.</summary>
    protected void Stop() => _stop?.Cancel();

    /// <summary>What one button does, which keeps the focus: the element stays.</summary>
    protected Task AskOrStopAsync()
    {
        if (!IsAsking)
            return AskAsync();
        Stop();
        return Task.CompletedTask;
    }

    internal async Task AskAsync()
    {
        if (Neighbours is not { } neighbours || IsAsking)
            return;
        using var stop = _stop = new CancellationTokenSource();
        IsAsking = true;
        try
        {
            foreach (var question in Next.ToList())
            {
                // While the last question was answered, another account or another list may have been chosen.
                if (stop.IsCancellationRequested || !ReferenceEquals(neighbours, Neighbours))
                    break;
                if (!Questions.Contains(question))
                    continue;
                await WriteAuditAsync(question);
                var answer = await neighbours.AskAsync(question, Purpose, stop.Token);
                Read();
                StateHasChanged();
                if ((answer.AskedAgain ?? answer).State is NeighbourState.NotPermitted or NeighbourState.RateLimited)
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // Here, or by another panel that had the same question. What was answered until then stays.
        }
        finally
        {
            (IsAsking, _stop) = (false, null);
        }

        // Something else may have been chosen in the meantime.
        Read();
    }

    // An answer may lead to further questions.
    private void Read()
    {
        Questions = Neighbours?.Offers(Endpoint) == true ? [.. FindQuestions()] : [];
        Answers = [.. Questions.Select(Known).OfType<NeighbourAnswer>()];
        Tell();
    }
}
