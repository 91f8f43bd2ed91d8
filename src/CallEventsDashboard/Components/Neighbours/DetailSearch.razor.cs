using System.Text;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>
/// Where a list of numbers, legs or sessions has no rows: the way to calls that no application saw, and to those that the log has forgotten. One request for each
/// value that is asked for, two where records of either type, or of either side of a number, may have it; all on one click.
/// </summary>
public sealed partial class DetailSearch
{
    private DetailLookup? _lookup;
    private List<CallDetailRecord>? _records;
    private int _leftOut;

    [CascadingParameter] public ConnectionBook? Names { get; set; }

    [Parameter, EditorRequired] public required CallEventQuery Query { get; set; }

    [Parameter, EditorRequired] public required FeedStatus Status { get; set; }

    protected override string Endpoint => DetailRecords.Endpoint;

    protected override string Purpose => "details";

    private string OfferToLook => Offer("Look in the call detail records", "Look again");

    private string Words => (Answer, _lookup, _records) switch
    {
        (null, _, _) when IsRefused => $"The call detail records are {Refusal}.",
        (null, { } lookup, _) => NeighbourText.Join(DetailSearchText.Offer(lookup, Status.Coverage), NeighbourText.Part(Questions.Count, lookup.All, "request")),
        ({ } answer, { } lookup, { Count: > 0 } records) => NeighbourText.Join(
            DetailSearchText.Found(records),
            lookup.HasRange ? "of this range" : null,
            NeighbourText.More(Answers, DetailRecords.Rows),
            NeighbourText.Part(Answers.Count(each => each.State is NeighbourState.Answered), lookup.All, "answer"),
            $"as of {Instants.SecondsWithZone(answer.At)}"),
        ({ State: NeighbourState.Answered }, { } lookup, _) => NeighbourText.Join(
            DetailSearchText.None(lookup), NeighbourText.More(Answers, DetailRecords.Rows), NeighbourText.Part(Answers.Count, lookup.All, "answer")),
        ({ State: NeighbourState.NotPermitted }, _, _) => NeighbourText.NotPermitted("the detail records of calls"),
        ({ State: NeighbourState.NotYet }, _, _) => "Telnyx has no call detail records at this address.",
        ({ } answer, _, _) => NeighbourText.Failure(answer, Instants) ?? "",
        _ => "",
    };

    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        _lookup = new DetailLookup(Query, Status);
        return _lookup.Questions.Select(question => question.Request);
    }

    // They are told apart as they were received: masked, all numbers are others.
    protected override void Tell()
    {
        (_records, _leftOut) = (null, 0);
        if (_lookup is not { } lookup || Answers.Count == 0)
            return;
        var found = new List<CallDetailRecord>();
        foreach (var question in lookup.Questions)
        {
            foreach (var record in Known(question.Request)?.Records ?? [])
            {
                if (CallDetailRecord.Read(record) is not { } read || !question.IsAnswer(read))
                    _leftOut++;
                else if (CallDetailRecord.Read(Seen(record)) is { } seen)
                    found.Add(seen);
            }
        }

        // A call from a number to itself is in the answers about either side.
        _records = [.. found.DistinctBy(record => Encoding.UTF8.GetString(record.Raw.Span)).OrderByDescending(record => record.StartedAt)];
    }

    // One entry for all of its questions.
    protected override Task WriteAuditAsync(ResourceRequest question) => Questions is [var first, ..] && question == first ? Audit.DetailsAskedAsync() : Task.CompletedTask;

    private static string Number(string? number) => number is null ? "–" : PhoneText.International(VisibleText.Line(number, 80));

    // Not to the page that asks.
    private string? SessionUrl(CallDetailRecord record) =>
        UuidText.Parse(record.SessionId) is { } id && _lookup is { Subject: not DetailSubject.Session } ? DashboardUrls.Session(id, Query.List) : null;

    private string Began(CallDetailRecord record) => record.StartedAt is { } at ? $"{Instants.Day(at)} {Instants.Clock(at)}" : "–";

    // A record of an application says how long a leg was there, and not whether anybody talked.
    private static string Length(CallDetailRecord record) => CarrierRecordRow.Talk(record.CallSeconds)
        ?? (record.FinishedAt - record.StartedAt is { } length && length >= TimeSpan.Zero ? DurationText.Format(length) : "–");

    private static string? Ending(CallDetailRecord record) => new[]
    {
        CarrierText.Ending(record.HangupDetails),
        record.SipStatus is { } status ? string.Join(' ', new[] { "SIP", VisibleText.Line(status, 10), SipCodeText.Words(status) }.OfType<string>()) : null,
        CarrierText.Code(record.ErrorCode),
    } is var parts && parts.Any(part => part is not null) ? NeighbourText.Join(parts) : null;

    private static string Way(CallDetailRecord record) => record.FlowSource switch
    {
        null => "–",
        "telnyx_connection" => "a connection",
        "telnyx_cc_app" => "an application",
        { } other => VisibleText.Word(other),
    };
}
