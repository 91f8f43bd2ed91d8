using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Where a list of one number or one session is empty: the way to calls that no application saw. One request for each side of a number, on a click.</summary>
public sealed partial class DetailSearch
{
    private const string More = "There may be more: an answer has 50 at most.";

    private IReadOnlyList<ResourceRequest> _questions = [];
    private (CallEventQuery? Query, DateTimeOffset? From, DateTimeOffset? To) _readAs;
    private List<NeighbourAnswer> _answers = [];
    private List<CallDetailRecord>? _records;
    private bool _isAsking;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [CascadingParameter] public NeighbourReader? Neighbours { get; set; }

    [Inject] public required PrivacyMode Privacy { get; init; }

    [Inject] public required AuditLog Audit { get; init; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    private string State => NeighbourText.Name(_answers.Count == 0 ? null : Worst.State, _isAsking);

    private string Offer => _isAsking ? "Asking Telnyx…"
        : $"{(_answers.Count == 0 ? "Look in the call detail records" : "Look again")} ({CountText.Format(_questions.Count, "request")})";

    private NeighbourAnswer Worst => _answers.MaxBy(answer => answer.State)!;

    private bool IsCut => _answers.Any(answer => answer.Records.Count >= DetailRecords.Rows);

    private string Words => (_answers.Count, _records) switch
    {
        (0, _) when Neighbours?.IsRefused(DetailRecords.Endpoint) == true => "The call detail records are not permitted with this key.",
        (0, _) => "Calls over plain SIP trunks, and those refused before an application, never appear in the log.",
        (_, { Count: > 0 } records) => $"{CountText.Format(records.Count, "SIP leg")} of this range in the call detail records, as of {Instants.SecondsWithZone(Worst.At)}",
        _ => Worst.State switch
        {
            NeighbourState.Answered => "The call detail records have nothing of it either, which proves nothing: they come late.",
            NeighbourState.NotPermitted => NeighbourText.NotPermitted("the detail records of calls"),
            NeighbourState.NotYet => "Telnyx has no call detail records at this address.",
            _ => NeighbourText.Failure(Worst) ?? "",
        },
    };

    protected override void OnParametersSet()
    {
        if (_readAs == (Query.List, Status.From, Status.To) && _questions.Count > 0)
        {
            Read();
            return;
        }

        _readAs = (Query.List, Status.From, Status.To);
        _questions = Neighbours?.Offers(DetailRecords.Endpoint) == true ? [.. Questions()] : [];
        Read();
    }

    // A record has no leg of the log's: a list of one leg can't be looked for.
    private IEnumerable<ResourceRequest> Questions()
    {
        if (Query.ApplicationSessionId is { } session)
            yield return DetailRecords.Trunks("telnyx_session_id", session, from: null, to: null);
        else if (Query.LegId is null)
        {
            if ((Query.From ?? Query.Party) is { } caller)
                yield return DetailRecords.Trunks("cli", caller, Status.From, Status.To);
            if ((Query.To ?? Query.Party) is { } callee && (Query.From is null || Query.To is null))
                yield return DetailRecords.Trunks("cld", callee, Status.From, Status.To);
        }
    }

    private void Read()
    {
        _answers = [.. _questions.Select(question => Neighbours?.Known(question)).OfType<NeighbourAnswer>()];
        _records = _answers.Count == 0 ? null
            : [.. _answers.SelectMany(answer => answer.Records).Select(Seen).Select(CallDetailRecord.Read).OfType<CallDetailRecord>().OrderByDescending(record => record.StartedAt)];
    }

    private ReadOnlyMemory<byte> Seen(ReadOnlyMemory<byte> record) => Privacy.IsOn ? Privacy.Masked(record, Neighbours!.Key) : record;

    private async Task AskAsync()
    {
        if (Neighbours is not { } neighbours)
            return;
        _isAsking = true;
        try
        {
            await Audit.DetailsAskedAsync();
            foreach (var question in _questions.ToList())
                await neighbours.AskAsync(question, "details", CancellationToken.None);
        }
        finally
        {
            _isAsking = false;
        }

        Read();
    }

    private static string Number(string? number) => number is null ? "–" : PhoneText.International(VisibleText.Line(number, 80));

    private static IEnumerable<string> Ending(CallDetailRecord record) => new[]
    {
        CarrierText.Ending(record.HangupDetails),
        record.SipStatus is { } status ? string.Join(' ', new[] { "SIP", VisibleText.Line(status, 10), SipCodeText.Words(status) }.OfType<string>()) : null,
        CarrierText.Code(record.ErrorCode),
    }.OfType<string>();

    private static string Source(CallDetailRecord record) => record.FlowSource switch
    {
        null => "–",
        "telnyx_connection" => "a connection",
        "telnyx_cc_app" => "an application",
        { } other => VisibleText.Word(other),
    };
}
