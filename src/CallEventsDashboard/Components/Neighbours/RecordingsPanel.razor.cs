using System.Text.Json;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What was recorded of a session, with links that are good now: those within events have expired. One request, on a click; nothing is played here.</summary>
public sealed partial class RecordingsPanel
{
    private List<CallRecording>? _recordings;
    private string[] _ids = [];

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    protected override string Endpoint => Recordings.Endpoint;

    protected override string Purpose => "recordings";

    private string Words => (Answer, _recordings) switch
    {
        (null, _) when IsRefused => NeighbourText.Refused,
        (null, _) => IsIn(View.Session) ? "the links in events have expired" : "no event speaks of one; Telnyx may have some all the same",
        ({ } answer, { Count: > 0 } recordings) => NeighbourText.Join(
            CountText.Format(recordings.Count, "recording"), NeighbourText.More(Answers, Recordings.Rows), LeftOut, $"as of {Instants.SecondsWithZone(answer.At)}"),
        (_, { Count: 0 }) when NeighbourText.More(Answers, Recordings.Rows) is { } more => NeighbourText.Join("none of this session among those that Telnyx sent", more),
        (_, { Count: 0 }) when LeftOut is { } left => NeighbourText.Join("none that names this session", left),
        (_, { Count: 0 }) => IsIn(View.Session) ? "Telnyx lists none of this session: it may have been deleted, or is not saved yet" : "Telnyx lists none of this session",
        ({ State: NeighbourState.NotPermitted }, _) => NeighbourText.Refused,
        ({ State: NeighbourState.NotYet }, _) => "not there, or not yet",
        ({ } answer, _) => NeighbourText.Failure(answer, Instants) ?? "",
    };

    private string? LeftOut => Answer is { State: NeighbourState.Answered } answer && answer.Records.Count - (_recordings?.Count ?? 0) is > 0 and var foreign
        ? $"left out: {CountText.Format(foreign)} that do not name this session" : null;

    /// <summary>Whether something of a session was recorded, by its events.</summary>
    internal static bool IsIn(CallSession session) => session.Marks.Any(mark => Speaks(mark.Name) || AsksToRecord(mark.Event));

    // A command can have a call recorded from its start; the webhook that says so later may be lost.
    private static bool AsksToRecord(CallEvent callEvent) => !callEvent.IsWebhook && CallEventBody.Payload(callEvent) is { ValueKind: JsonValueKind.Object } payload
        && payload.EnumerateObject().Any(field => Speaks(field.Name) && field.Name is not "record_type" && IsWanted(field.Value));

    private static bool IsWanted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text && !text.StartsWith("do-not", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private static bool Speaks(string name) => name.StartsWith("record", StringComparison.OrdinalIgnoreCase) || name.Contains(".record", StringComparison.OrdinalIgnoreCase) || name.Contains("_record", StringComparison.OrdinalIgnoreCase);

    protected override IEnumerable<ResourceRequest> FindQuestions() => [Recordings.OfSession(SessionId)];

    protected override void Tell()
    {
        _recordings = Answer is { State: NeighbourState.Answered } answer
            ? [.. answer.Records.Select(record => CallRecording.Read(record)).Where(IsOfSession)]
            : null;
        _ids = [.. (_recordings ?? []).Select(recording => recording.Id).OfType<string>()];
    }

    // A service that leaves out the filter sends those of other calls; one that names neither its session nor a leg of it may be of any.
    private bool IsOfSession(CallRecording recording) => recording.SessionId is { } session
        ? SessionId.Equals(session, StringComparison.OrdinalIgnoreCase)
        : View.Session.Legs.Any(leg => leg.LegId.Equals(recording.LegId, StringComparison.OrdinalIgnoreCase));

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.RecordingsAskedAsync(SessionId);

    private static IEnumerable<string> Facts(CallRecording recording) => new[]
    {
        recording.Duration is { } duration ? DurationText.Format(duration) : null,
        recording.Channels is { } channels ? VisibleText.Word(channels) : null,
        recording.Status is { } status and not "completed" ? VisibleText.Word(status) : null,
    }.OfType<string>();
}
