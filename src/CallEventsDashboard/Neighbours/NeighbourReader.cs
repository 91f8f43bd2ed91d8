using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>
/// What one page asks beside the log with its key: on demand only, and each question once until somebody asks it again. Nothing here throws but for a question that
/// is no longer wanted: what fails is an answer. Safe for several threads.
/// </summary>
public sealed class NeighbourReader
{
    private const int MostAnswers = 500;

    private readonly Lock _gate = new();
    private readonly NeighbourSender _sender;
    private readonly NeighboursOptions _options;
    private readonly RefusedEndpoints _refused;
    private readonly ConnectionRegister _names;
    private readonly TimeProvider _time;
    private readonly Dictionary<ResourceRequest, Task<NeighbourAnswer>> _asked = [];
    private readonly Dictionary<ResourceRequest, NeighbourAnswer> _known = [];
    private readonly Queue<ResourceRequest> _order = [];

    internal NeighbourReader(NeighbourSender sender, NeighboursOptions options, RefusedEndpoints refused, ConnectionRegister names, TimeProvider time)
    {
        (_sender, _options, _refused, _names, _time) = (sender, options, refused, names, time);
        sender.Changed = () => Changed?.Invoke();
    }

    /// <summary>Raised on any thread when <see cref="Log"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>Raised on any thread when <see cref="Names"/> is another book.</summary>
    public event Action? NamesChanged
    {
        add => _names.Changed += value;
        remove => _names.Changed -= value;
    }

    /// <summary>The names that are known of the key's connections.</summary>
    public ConnectionBook Names => _names.Book;

    /// <summary>The key that all of it is asked with.</summary>
    public ApiKey Key => _sender.ApiKey;

    /// <summary>The last 500 requests, oldest first.</summary>
    public IReadOnlyList<RequestEntry> Log => _sender.Log;

    /// <summary>Whether the operator lets a resource be asked.</summary>
    public bool Offers(string endpoint) => _options.Allows(endpoint);

    /// <summary>Whether Telnyx answered within the last hour that the key may not read a resource: then no request is made.</summary>
    public bool IsRefused(string endpoint) => _refused.Has(_sender.Key, endpoint);

    /// <summary>When a resource may be asked again that the key may not read; null where that is now.</summary>
    public DateTimeOffset? RefusedUntil(string endpoint) => _refused.Until(_sender.Key, endpoint);

    /// <summary>Reads names that are due, with requests that are to spare: once an hour for all pages of the key.</summary>
    /// <param name="wanted">An ID whose name is wanted; null where a page has only opened.</param>
    /// <param name="isAsked">Whether somebody wants them read again, now.</param>
    public void WantNames(NameQuestion? wanted = null, bool isAsked = false) => _names.Want(wanted, isAsked, _sender, _options, _refused);

    /// <summary>The answer to a question that was asked; null while there is none. An answer stands until there is another.</summary>
    public NeighbourAnswer? Known(ResourceRequest request)
    {
        lock (_gate)
            return _known.GetValueOrDefault(request);
    }

    /// <summary>Asks a question that was not answered yet; one that is under way is shared.</summary>
    /// <param name="purpose">Why, in the words of <see cref="RequestEntry.Purpose"/>.</param>
    /// <exception cref="OperationCanceledException">It was no longer wanted before it was sent.</exception>
    public Task<NeighbourAnswer> AskAsync(ResourceRequest request, string purpose, CancellationToken wanted)
    {
        lock (_gate)
        {
            if (_asked.TryGetValue(request, out var asked) && !asked.IsCompleted)
                return asked;
            Forget();
            if (!_asked.ContainsKey(request))
                _order.Enqueue(request);
            return _asked[request] = AskNowAsync(request, purpose, wanted);
        }
    }

    // The oldest answers go; a question that is under way would be asked twice.
    private void Forget()
    {
        for (var left = _order.Count; _asked.Count >= MostAnswers && left > 0; left--)
        {
            var oldest = _order.Dequeue();
            if (_asked[oldest].IsCompleted)
            {
                _asked.Remove(oldest);
                _known.Remove(oldest);
            }
            else
            {
                _order.Enqueue(oldest);
            }
        }
    }

    private async Task<NeighbourAnswer> AskNowAsync(ResourceRequest request, string purpose, CancellationToken wanted)
    {
        var answer = await AnswerAsync(request, purpose, wanted);
        lock (_gate)
            return _known[request] = answer.After(_known.GetValueOrDefault(request), isLiving: request.Endpoint == Calls.Endpoint);
    }

    private async Task<NeighbourAnswer> AnswerAsync(ResourceRequest request, string purpose, CancellationToken wanted)
    {
        if (!Offers(request.Endpoint) || IsRefused(request.Endpoint))
            return new NeighbourAnswer(NeighbourState.NotPermitted, [], _time.GetUtcNow());
        if (_sender.WaitUntil(request.Endpoint) is { } until)
            return NeighbourAnswer.From(new TelnyxException(TelnyxError.RateLimited) { RetryAfter = until - _time.GetUtcNow() }, _time.GetUtcNow());
        try
        {
            var answer = await _sender.SendAsync(request, purpose, RequestPriority.Interactive, wanted);
            return new NeighbourAnswer(NeighbourState.Answered, answer.Records, _time.GetUtcNow()) { Total = answer.Total, PageSize = answer.PageSize, ServedAt = answer.ServedAt };
        }
        catch (TelnyxException failure)
        {
            if (failure.IsKeyRefused)
            {
                _refused.Add(_sender.Key, request.Endpoint);
                Changed?.Invoke();
            }

            return NeighbourAnswer.From(failure, _time.GetUtcNow());
        }
    }
}
