using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/detail_records</c>: of SIP trunking and of Call Control, and for any other type nothing. Pages are cut to 50 in silence, and a filter on a field that there is not finds nothing.</summary>
internal sealed class DetailRecordsResource(SandboxOptions options, CallEventList list, TimeProvider time, IReadOnlyList<UnloggedCall> unlogged)
{
    public const string Name = "detail_records";

    private const int MaxSize = 50;
    private const string RecordType = "filter[record_type]";

    private static readonly ApiError NoType = new(400, "10015", "Bad Request", "Record type is missing", RecordType);

    public ResourceReply List(string query)
    {
        var (from, to, type) = (long.MinValue, long.MaxValue, "");
        var (page, errors, filters) = (PageArguments.Default, new List<ApiError>(), new List<(string Field, string Value)>());
        foreach (var (name, value) in QueryPairs.Read(query))
        {
            switch (QueryPairs.Path(name))
            {
                case ["filter", "record_type"]:
                    type = value;
                    break;
                case ["filter", "started_at", var bound]:
                    if (!TimeBounds.TryRead(bound, value, new ServiceBounds(), out var bounds))
                        return ResourceReply.Refuse(ApiError.Filter(name));
                    (from, to) = (Math.Max(from, bounds.From), Math.Min(to, bounds.To));
                    break;
                case ["filter", var field] when options.IgnoredFilters.Contains(field):
                    break;
                case ["filter", var field]:
                    filters.Add((field, value));
                    break;
                case ["filter", ..]:
                    filters.Add((name, value));
                    break;
                default:
                    page = page.With(name, value, errors);
                    break;
            }
        }

        if (type.Length == 0)
            return ResourceReply.Refuse(NoType);
        if (errors.Count > 0)
            return ResourceReply.Refuse(errors[0]);
        var now = Micros.From(time.GetUtcNow());
        var tests = filters.ConvertAll(filter => Test(type, filter.Field, filter.Value));
        var found = type switch { "sip-trunking" => Legs(), "call-control" => Applications(), _ => [] };
        return ResourceReply.List(
            [.. found.Where(pair => pair.Leg.OverAt <= now && pair.Leg.StartedAt >= from && pair.Leg.StartedAt <= to && tests.TrueForAll(test => test(pair.Leg))).OrderByDescending(pair => pair.Leg.StartedAt)],
            page with { Size = Math.Min(page.Size, MaxSize) },
            (json, pair) =>
            {
                if (type == "sip-trunking")
                    CarrierRecords.Trunk(json, pair.Leg, pair.AnsweredAt);
                else
                    CarrierRecords.Application(json, pair.Leg);
            });
    }

    // Those of the carrier name the call, those of an application the leg.
    private static Func<Leg, bool> Test(string type, string field, string value) => (field, type) switch
    {
        ("cli", _) => leg => leg.From == value,
        ("cld", _) => leg => leg.To == value,
        ("telnyx_session_id", _) => leg => leg.Session.Id.ToString() == value,
        ("telnyx_leg_id", "call-control") => leg => leg.Id.ToString() == value,
        ("call_control_id", "sip-trunking") => leg => Ids.CallControl(leg) == value,
        _ => _ => false,
    };

    private IEnumerable<(Leg Leg, long? AnsweredAt)> Legs() => list.Rows(RowQuery.All)
        .Where(row => row.Leg.Id != Guid.Empty)
        .GroupBy(row => row.Leg)
        .Select(rows => (rows.Key, rows.Where(row => row.Name.Replace('_', '.') == "call.answered").Select(row => (long?)row.Time).Min()))
        .Concat(unlogged.Select(call => (call.Leg, call.AnsweredAt)));

    private IEnumerable<(Leg Leg, long? AnsweredAt)> Applications() => list.Rows(RowQuery.All)
        .Where(row => row.Leg.Id != Guid.Empty).Select(row => row.Leg).Distinct().Concat(unlogged.Where(call => call.HasApplication).Select(call => call.Leg)).Select(leg => (leg, (long?)null));
}
