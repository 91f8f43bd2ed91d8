using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/detail_records</c>: of SIP trunking and of Call Control, and for any other type nothing. Pages are cut to 50 in silence, and a filter on a field that there is not finds nothing.</summary>
internal sealed class DetailRecordsResource(SandboxOptions options, CallEventList list, TimeProvider time, DateTimeOffset start)
{
    public const string Name = "detail_records";

    private const int MaxSize = 50;
    private const string RecordType = "filter[record_type]";

    private static readonly ApiError NoType = new(400, "10015", "Bad Request", "Record type is missing", RecordType);

    private readonly IReadOnlyList<Leg> _trunk = TrunkCalls.Of(options.Seed, Micros.From(start));
    private readonly IReadOnlyList<Leg> _forgotten = ForgottenCalls.Before(Micros.From(start), options.Seed);

    public ResourceReply List(string query)
    {
        var (from, to, type) = (long.MinValue, long.MaxValue, "");
        var (page, errors, tests) = (PageArguments.Default, new List<ApiError>(), new List<Func<Leg, bool>>());
        var legs = new List<string>();
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
                case ["filter", "telnyx_leg_id"]:
                    legs.Add(value);
                    break;
                case ["filter", var field]:
                    tests.Add(Test(field, value));
                    break;
                case ["filter", ..]:
                    tests.Add(_ => false);
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
        // Only records of applications have the field.
        var isOfLeg = legs.Count > 0;
        var found = type switch { "sip-trunking" when !isOfLeg => Legs(), "call-control" => Applications().Where(pair => legs.TrueForAll(id => pair.Leg.Id.ToString() == id)), _ => [] };
        return ResourceReply.List(
            [.. found.Where(pair => pair.Leg.EndedAt <= now && pair.Leg.StartedAt >= from && pair.Leg.StartedAt <= to && tests.TrueForAll(test => test(pair.Leg))).OrderByDescending(pair => pair.Leg.StartedAt)],
            page with { Size = Math.Min(page.Size, MaxSize) },
            (json, pair) =>
            {
                if (type == "sip-trunking")
                    CarrierRecords.Trunk(json, pair.Leg, pair.AnsweredAt);
                else
                    CarrierRecords.Application(json, pair.Leg);
            });
    }

    private static Func<Leg, bool> Test(string field, string value) => field switch
    {
        "cli" => leg => leg.From == value,
        "cld" => leg => leg.To == value,
        "telnyx_session_id" => leg => leg.Session.Id.ToString() == value,
        "call_control_id" => leg => Ids.CallControl(leg) == value,
        _ => _ => false,
    };

    private IEnumerable<(Leg Leg, long? AnsweredAt)> Legs() => list.Rows(RowQuery.All)
        .Where(row => row.Leg.Id != Guid.Empty)
        .GroupBy(row => row.Leg)
        .Select(rows => (rows.Key, rows.Where(row => row.Name.Replace('_', '.') == "call.answered").Select(row => (long?)row.Time).Min()))
        .Concat(_trunk.Select(leg => (leg, leg.SipCode == "200" ? (long?)leg.StartedAt + (2 * Micros.Second) : null)));

    private IEnumerable<(Leg Leg, long? AnsweredAt)> Applications() => list.Rows(RowQuery.All)
        .Where(row => row.Leg.Id != Guid.Empty).Select(row => row.Leg).Distinct().Concat(_forgotten).Select(leg => (leg, (long?)null));
}
