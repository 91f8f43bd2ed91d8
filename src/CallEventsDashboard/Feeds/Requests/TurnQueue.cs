namespace CallEventsDashboard.Feeds.Requests;

/// <summary>Those who wait for a turn, in the order in which they came.</summary>
/// <param name="gate">The lock under which turns are taken.</param>
/// <param name="giveTurns">Gives the turns that can be given. Called outside the lock.</param>
internal sealed class TurnQueue(Lock gate, Action giveTurns)
{
    private readonly LinkedList<TaskCompletionSource> _waiting = [];

    /// <summary>Under the lock only.</summary>
    public bool IsEmpty => _waiting.Count == 0;

    /// <exception cref="OperationCanceledException">The turn is no longer wanted, and was not given.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource> place;
        lock (gate)
            place = _waiting.AddLast(turn);
        giveTurns();
        await using var registration = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        await turn.Task;
    }

    /// <summary>Takes the first one out, to be given its turn outside the lock.</summary>
    public TaskCompletionSource Take()
    {
        var first = _waiting.First!;
        _waiting.Remove(first);
        return first.Value;
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }
}
