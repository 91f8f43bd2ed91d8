using System.Globalization;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What an AI assistant and its caller said, and how long each answer took: one request for each conversation, on a click.</summary>
public sealed partial class ConversationPanel
{
    private const int MostConversations = 10;
    private const int MostShown = 4000;
    private const int Few = 12;

    /// <summary>A caller begins to wonder whether somebody is there.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private List<ConversationTurn>? _turns;
    private TimeSpan _longest;
    private int _found;
    private int _most = Few;

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    [Parameter, EditorRequired] public required string SessionId { get; set; }

    protected override string Endpoint => Conversations.Endpoint;

    protected override string Purpose => "conversation";

    private string Words => (Answer, _turns) switch
    {
        (null, _) when IsRefused => NeighbourText.Refused,
        (null, _) => NeighbourText.Join("what was said, and how long each answer took", Extent),
        ({ } answer, { Count: > 0 } turns) => NeighbourText.Join(
            ConversationText.Turns(turns.Count, IsCut, _found), Extent, ConversationText.Latency(turns, IsCut), $"as of {Instants.SecondsWithZone(answer.At)}"),
        (_, { Count: 0 }) => NeighbourText.Join("Telnyx has no turns of it", Extent),
        ({ State: NeighbourState.NotPermitted }, _) => NeighbourText.Refused,
        ({ State: NeighbourState.NotYet }, _) => "not there, or not yet",
        ({ } answer, _) => NeighbourText.Failure(answer, Instants) ?? "",
    };

    private bool IsCut => Answers.Any(answer => answer.IsCut(Conversations.Rows));

    // Before anything was asked, what will be.
    private string? Extent => NeighbourText.Part(
        _turns is null ? Questions.Count : Answers.Count(answer => answer.State is NeighbourState.Answered), _found, "conversation");

    /// <summary>The conversations that events of a session name.</summary>
    internal static IReadOnlyList<string> Find(SessionView view) =>
    [
        .. view.Session.Marks.Where(mark => mark.Name.Contains("conversation", StringComparison.OrdinalIgnoreCase))
            .Select(mark => CallEventBody.Payload(mark.Event).Text("conversation_id")).OfType<string>()
            .Where(id => id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        var found = Find(View);
        _found = found.Count;
        return found.Take(MostConversations).Select(Conversations.Messages);
    }

    protected override void Tell()
    {
        _turns = Answers.Any(answer => answer.State is NeighbourState.Answered)
            ? [.. Answers.SelectMany(answer => answer.Records).Select(Seen).Select(record => ConversationTurn.Read(record)).OrderBy(turn => turn.SentAt ?? DateTimeOffset.MaxValue)]
            : null;
        _longest = (_turns ?? []).Select(turn => new TimeSpan(LatencyText.Parts(turn).Sum(part => part.Time.Ticks))).DefaultIfEmpty().Max();
    }

    protected override Task WriteAuditAsync(ResourceRequest question) => Audit.ConversationAskedAsync(SessionId);

    private static string Speaker(ConversationTurn turn) => turn.Role switch
    {
        null => "Somebody",
        "user" => "Caller",
        "assistant" => "Assistant",
        { } other => VisibleText.Word(other),
    };

    private string Offset(DateTimeOffset at) => View.Session.Start is { } start && at >= start ? $"+{DurationText.Format(at - start)}" : Instants.Clock(at);

    // Of the longest answer: all bars have one scale.
    private string Share(TimeSpan time) => (_longest > TimeSpan.Zero ? 100 * (time / _longest) : 0).ToString("0.#", CultureInfo.InvariantCulture);

    private static string? Milliseconds(TimeSpan? time) => time?.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
