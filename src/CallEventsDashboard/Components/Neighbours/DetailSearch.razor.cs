using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>
/// Where a list of one number, leg or session is empty: the way to calls that no application saw, and to those that the log has forgotten. One request for each side
/// of a number, on a click.
/// </summary>
public sealed partial class DetailSearch
{
    private const string More = "There may be more: an answer has 50 at most.";

    private List<CallDetailRecord>? _records;

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    protected override string Endpoint => DetailRecords.Endpoint;

    protected override string Purpose => "details";

    private string OfferToLook => Offer("Look in the call detail records", "Look again");

    private bool IsCut => Answers.Any(answer => answer.Records.Count >= DetailRecords.Rows);

    private bool IsOfLeg => Query is { ApplicationSessionId: null, LegId: not null };

    private string Source => IsOfLeg
        ? "From Telnyx's call detail records, not events. The log keeps a call for some days only; its record stays."
        : "SIP legs from Telnyx's call detail records, not events. One of which the log has nothing went over a plain SIP trunk, or was refused before it reached an application.";

    private string Words => (Answer, _records) switch
    {
        (null, _) when IsRefused => "The call detail records are not permitted with this key.",
        (null, _) when IsOfLeg => "A call that the log has forgotten is still in the call detail records.",
        (null, _) => "Calls over plain SIP trunks, and those refused before an application, never appear in the log.",
        ({ } answer, { Count: > 0 } records) => $"{CountText.Format(records.Count, IsOfLeg ? "record" : "SIP leg")} {(IsOfLeg ? "" : "of this range ")}in the call detail records, as of {Instants.SecondsWithZone(answer.At)}",
        ({ } answer, _) => answer.State switch
        {
            NeighbourState.Answered => "The call detail records have nothing of it either, which proves nothing: they come late.",
            NeighbourState.NotPermitted => NeighbourText.NotPermitted("the detail records of calls"),
            NeighbourState.NotYet => "Telnyx has no call detail records at this address.",
            _ => NeighbourText.Failure(answer, Instants) ?? "",
        },
    };

    // A leg of the log is one of an application, which only records of that kind name.
    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        if (Query.ApplicationSessionId is { } session)
            yield return DetailRecords.Trunks("telnyx_session_id", session, from: null, to: null);
        else if (Query.LegId is { } leg)
            yield return DetailRecords.Applications("telnyx_leg_id", leg);
        else
        {
            if ((Query.From ?? Query.Party) is { } caller)
                yield return DetailRecords.Trunks("cli", caller, Status.From, Status.To);
            if ((Query.To ?? Query.Party) is { } callee && (Query.From is null || Query.To is null))
                yield return DetailRecords.Trunks("cld", callee, Status.From, Status.To);
        }
    }

    protected override void Tell() => _records = Answers.Count == 0 ? null
        : [.. Answers.SelectMany(answer => answer.Records).Select(Seen).Select(CallDetailRecord.Read).OfType<CallDetailRecord>().OrderByDescending(record => record.StartedAt)];

    // One entry for all of its questions.
    protected override Task WriteAuditAsync(ResourceRequest question) => Questions is [var first, ..] && question == first ? Audit.DetailsAskedAsync() : Task.CompletedTask;

    private static string Number(string? number) => number is null ? "–" : PhoneText.International(VisibleText.Line(number, 80));

    private string Began(CallDetailRecord record) => record.StartedAt is { } at ? $"{Instants.Day(at)} {Instants.Clock(at)}" : "–";

    private static string Talk(CallDetailRecord record) => CarrierRecordRow.Talk(record.CallSeconds) ?? "–";

    private static IEnumerable<string> Ending(CallDetailRecord record) => new[]
    {
        CarrierText.Ending(record.HangupDetails),
        record.SipStatus is { } status ? string.Join(' ', new[] { "SIP", VisibleText.Line(status, 10), SipCodeText.Words(status) }.OfType<string>()) : null,
        CarrierText.Code(record.ErrorCode),
    }.OfType<string>();

    private static string Way(CallDetailRecord record) => record.FlowSource switch
    {
        null => "–",
        "telnyx_connection" => "a connection",
        "telnyx_cc_app" => "an application",
        { } other => VisibleText.Word(other),
    };
}
