using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Filter parameters to conditions. The last of equal parameters counts; an unknown or ignored one changes nothing.</summary>
internal sealed class FilterReader(SandboxOptions options, long now)
{
    private const string OccurredAt = $"filter[{FilterNames.OccurredAt}]";
    private readonly Dictionary<string, Criterion> _criteria = [];
    private (long From, long To)? _bound;
    private bool _lifts;

    public List<ApiError> Errors { get; } = [];

    public RowQuery ToQuery() => new([.. _criteria.Values], _bound?.From ?? long.MinValue, _bound?.To ?? long.MaxValue, _lifts);

    public void Add(string parameter, string[] path, string value)
    {
        var name = path[1];
        if (options.IgnoredFilters.Contains(name))
            return;
        switch (name)
        {
            case FilterNames.OccurredAt:
                Time(parameter, path, value);
                return;
            case FilterNames.ApplicationName:
                ApplicationName(parameter, path, value);
                return;
        }

        if (path.Length != 2)
        {
            if (FilterNames.All.Contains(name))
                Errors.Add(ApiError.Filter(parameter));
            return;
        }

        Plain(parameter, name, value);
    }

    private void Plain(string parameter, string name, string value)
    {
        switch (name)
        {
            case FilterNames.LegId:
                Id(parameter, value, (leg, id) => leg.Id == id);
                break;
            case FilterNames.ApplicationSessionId:
                Id(parameter, value, (leg, id) => leg.Session.Id == id);
                break;
            case FilterNames.ConnectionId:
                ByLeg(parameter, value, leg => leg.Connection.Id == value);
                break;
            case FilterNames.OutboundVoiceProfileId:
                ByLeg(parameter, value, leg => leg.Connection.OutboundVoiceProfileId == value);
                break;
            case FilterNames.From:
                ByLeg(parameter, value, leg => leg.From == value);
                break;
            case FilterNames.To:
                ByLeg(parameter, value, leg => leg.To == value);
                break;
            case FilterNames.Product when Chosen(parameter, value, "call_control", "fax", "texml"):
                ByLeg(parameter, value, leg => leg.Connection.Product == value);
                break;
            case FilterNames.Status when Chosen(parameter, value, "init", "in_progress", "completed"):
                ByLeg(parameter, value, leg => leg.Session.StatusAt(now) == value);
                break;
            case FilterNames.Failed when Chosen(parameter, value, "true", "false"):
                Add(parameter, new FailedCriterion(Key(parameter, value), value == "true"));
                break;
            case FilterNames.Type when Chosen(parameter, value, "command", "webhook"):
                Add(parameter, new KindCriterion(Key(parameter, value), kind => (kind == EventKind.Command) == (value == "command")));
                break;
            case FilterNames.Name:
                Add(parameter, new NameCriterion(Key(parameter, value), value));
                break;
        }
    }

    private void Id(string parameter, string value, Func<Leg, Guid, bool> matches)
    {
        if (!Guid.TryParseExact(value, "D", out var id) || id == Guid.Empty)
        {
            Errors.Add(ApiError.Filter(parameter));
            return;
        }

        _lifts = true;
        ByLeg(parameter, id.ToString("D"), leg => matches(leg, id));
    }

    private void ApplicationName(string parameter, string[] path, string value)
    {
        const int shortest = 3;
        if (path is not [_, _, "contains"])
            Errors.Add(ApiError.Filter(parameter));
        else if (value.Length < shortest)
            Errors.Add(ApiError.TooShort(parameter, shortest));
        else
            ByLeg(parameter, value, leg => leg.Connection.ApplicationName.Contains(value, StringComparison.OrdinalIgnoreCase));
    }

    private void Time(string parameter, string[] path, string value)
    {
        if (options.Bounds.AreRefused)
            Errors.Add(ApiError.Refused(parameter));
        else if (path is not [_, _, var @operator] || !TimeBounds.TryRead(@operator, value, options.Bounds, out var bounds))
            Errors.Add(ApiError.Filter(parameter));
        else if (_bound is not null && options.TwoBounds == TwoBounds.Error)
            Errors.Add(ApiError.Filter(OccurredAt));
        else
            _bound = bounds;
    }

    private bool Chosen(string parameter, string value, params ReadOnlySpan<string> values)
    {
        if (values.Contains(value))
            return true;
        Errors.Add(ApiError.Choice(parameter, values));
        return false;
    }

    private void ByLeg(string parameter, string value, Func<Leg, bool> matches) => Add(parameter, new LegCriterion(Key(parameter, value), matches));

    private void Add(string parameter, Criterion criterion) => _criteria[parameter] = criterion;

    private static string Key(string parameter, string value) => $"{parameter}={value}";
}
