using System.Globalization;
using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Faults;
using CallEventsDashboard.Sandbox.Resources;

namespace CallEventsDashboard.Sandbox;

/// <summary>A simulated account behind the API's log of call events, and the resources beside it. The same options give the same account at any hour: the start moves its times and nothing else. Safe for several threads.</summary>
public sealed class SandboxApi
{
    // The limit that an account without one reports.
    private const int RequestsPerMinute = 1000;
    private const string KeyScheme = "Bearer ";

    private readonly TimeProvider _time;
    private readonly CallEventList _list;
    private readonly CallEventsResource _resource;
    private readonly AccountResources _beside;
    private readonly LimitedRequests? _limited;
    private readonly FaultSwitch _faults = new();
    private readonly RequestLog _log = new();
    private readonly RequestLog _logBeside = new();

    /// <summary>Generates the account, whose history ends at the present instant.</summary>
    public SandboxApi(SandboxOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (Options, _time) = (options, options.ClockOffset == TimeSpan.Zero ? time : new ShiftedTime(time, options.ClockOffset));
        StartedAt = _time.GetUtcNow();
        _list = new CallEventList(options, _time, StartedAt);
        _resource = new CallEventsResource(options, _list);
        _beside = new AccountResources(options, _list, _time, StartedAt);
        _limited = options.RateLimit is { } limit ? new LimitedRequests(limit) : null;
    }

    public SandboxOptions Options { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>The clock of the service, which its handlers wait by.</summary>
    public TimeProvider Time => _time;

    /// <summary>The trouble in force. Setting it makes the rows that it asks for appear or expire, once: what is in force then asks for none.</summary>
    public SandboxFaults Faults
    {
        get => _faults.Current;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            AddLateRows(value.LateRows);
            AddNewRows(value.NewRows);
            ExpireRows(value.ExpireRows);
            _faults.Current = value with { LateRows = 0, NewRows = 0, ExpireRows = 0 };
        }
    }

    /// <summary>How many requests for call events were answered.</summary>
    public long RequestCount => _log.Count;

    /// <summary>The last thousand of them, oldest first.</summary>
    public IReadOnlyList<SandboxServed> Requests => _log.Served;

    /// <summary>The last thousand requests for anything else, oldest first.</summary>
    public IReadOnlyList<SandboxServed> RequestsBeside => _logBeside.Served;

    /// <summary>Every row that can be seen now, oldest first, including those beyond the 24 hours.</summary>
    public IReadOnlyList<SandboxEvent> Events() => _list.All();

    /// <summary>Rows of the last hour that can be seen only from now on; all at least 90 s old.</summary>
    public IReadOnlyList<SandboxEvent> AddLateRows(int count) => _list.AddLate(count);

    /// <summary>Rows that happen now.</summary>
    public IReadOnlyList<SandboxEvent> AddNewRows(int count) => _list.AddNew(count);

    /// <summary>The oldest rows that can be seen without an id are beyond the horizon from now on.</summary>
    public void ExpireRows(int count) => _list.Expire(count);

    public SandboxAnswer Handle(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = _faults.Take();
        var now = _time.GetUtcNow();
        var (status, body, headers) = Answer(request, faults, now);
        var answer = FaultAnswers.Apply(faults, new SandboxAnswer { Status = status, Headers = [new("Date", now.ToString("R", CultureInfo.InvariantCulture)), .. headers], Body = body }, request.Query) with
        {
            Delay = faults.LatencyMs is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Options.Latency,
        };
        (_beside.Has(request.Path) ? _logBeside : _log).Add(new SandboxServed(now, request.Method, request.Path, request.Query, answer.Status));
        return answer;
    }

    private (int Status, ReadOnlyMemory<byte> Body, IEnumerable<KeyValuePair<string, string>> Headers) Answer(SandboxRequest request, SandboxFaults faults, DateTimeOffset now)
    {
        var error = Refusal(request.Authorization)
            ?? (request.Method == "GET" && (request.Path == SandboxRequest.CallEventsPath || _beside.Has(request.Path)) ? null : ApiError.NotFound);
        // Each endpoint has a limit of its own.
        var limited = request.Path == SandboxRequest.CallEventsPath ? _limited : _beside.LimitOf(request.Path);
        var isLimited = limited is not null && error is null;
        var left = isLimited ? limited!.Take(now) : null;
        if (isLimited && left is null)
            error = ApiError.TooMany;
        var headers = !isLimited || faults.Fault == Fault.RateLimited || faults.RateLimitRemaining is not null ? Headers(faults, now) : limited!.Headers(left, now);
        if (error is not null)
            return (error.Status, ApiJson.Errors(error), headers);
        if (request.Path != SandboxRequest.CallEventsPath)
            return _beside.Get(request.Path, request.Query, request.Authorization, faults.Traps) is var reply ? (reply.Status, reply.Body, headers) : default;
        var (status, body) = _resource.Get(request.Query, Drift(faults.TotalsDrift));
        return (status, body, headers);
    }

    private ApiError? Refusal(string? authorization)
    {
        var key = authorization?.StartsWith(KeyScheme, StringComparison.OrdinalIgnoreCase) == true ? authorization[KeyScheme.Length..].Trim() : "";
        if (key.Length == 0 || (Options.Key is { } expected && key != expected))
            return ApiError.Unauthorized;
        return key switch
        {
            _ when Options.Key is not null => null,
            _ when key.StartsWith("KEY_INVALID", StringComparison.Ordinal) => ApiError.Unauthorized,
            _ when key.StartsWith("KEY_FORBIDDEN", StringComparison.Ordinal) => ApiError.Forbidden,
            _ => null,
        };
    }

    /// <summary>From minus to plus the given size, another at each request.</summary>
    private int Drift(int size) => size == 0 ? 0 : (int)(RequestCount % ((2L * size) + 1)) - size;

    private List<KeyValuePair<string, string>> Headers(SandboxFaults faults, DateTimeOffset now)
    {
        var limited = faults.Fault == Fault.RateLimited;
        var remaining = faults.RateLimitRemaining ?? (limited ? 0 : RequestsPerMinute - 1 - (int)(RequestCount % (RequestsPerMinute / 2)));
        var headers = new List<KeyValuePair<string, string>>
        {
            new("x-ratelimit-limit", RequestsPerMinute.ToString(CultureInfo.InvariantCulture)),
            new("x-ratelimit-remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        };
        if (limited)
            headers.AddRange(FaultAnswers.LimitHeaders(faults, now));
        else
            headers.Add(new("x-ratelimit-reset", (60 - ((int)(now - StartedAt).TotalSeconds % 60)).ToString(CultureInfo.InvariantCulture)));
        return headers;
    }
}
