using System.Globalization;
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

/// <summary>What an AI assistant and its caller said, and how long each answer took: one request for each conversation, on a click.</summary>
public sealed partial class ConversationPanel
{
    private const int MostConversations = 10;
    private const int MostShown = 4000;
    private const int Few = 12;

    /// <summary>A caller begins to wonder whether somebody is there.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private List<ResourceRequest> _lookups = [];
    private List<ResourceRequest> _messages = [];
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
        (null, _) when _messages.Count == 0 => "no event names the conversation: Telnyx may know it by its call",
        (null, _) => NeighbourText.Join("what was said, and how long each answer took", Extent),
        ({ } answer, { Count: > 0 } turns) => NeighbourText.Join(
            ConversationText.Turns(turns.Count, IsCut, _found), Extent, ConversationText.Latency(turns, IsCut), $"as of {Instants.SecondsWithZone(Answers.Min(told => told.At))}", LeftOut, Unanswered),
        (_, { Count: 0 }) => NeighbourText.Join("Telnyx has no turns of it", Extent, LeftOut, Unanswered),
        ({ State: NeighbourState.NotPermitted }, _) => NeighbourText.Refused,
        ({ State: NeighbourState.NotYet }, _) => "not there, or not yet",
        ({ State: NeighbourState.Answered }, _) => NeighbourText.Join(
            _messages.Count > 0 ? $"{CountText.Format(_found, "conversation")} found"
                : MayBeMore ? "none of this call among the conversations that Telnyx sent" : "Telnyx has no conversation of this call, or not yet",
            Extent, LeftOut, MayBeMore ? "there may be more" : null),
        ({ } answer, _) => NeighbourText.Failure(answer, Instants) ?? "",
    };

    // What was found is read next; only then it is asked again.
    protected override IReadOnlyList<ResourceRequest> Next => Unread is { Count: > 0 } unread ? unread : Questions;

    private List<ResourceRequest> Unread => [.. Questions.Where(question => Known(question) is null)];

    private string OfferWords => _messages.Count == 0 ? Offer("Look for it") : Offer("Get the turns", Unread.Count > 0 ? "Get the turns" : "Ask again");

    // Of other calls, which a service that leaves out the filter sends.
    private string? LeftOut => _lookups.Sum(lookup => Records(lookup).Count(record => !IsOf(lookup, record))) is > 0 and var foreign
        ? $"{CountText.Format(foreign)} of other calls left out" : null;

    private bool MayBeMore => _lookups.Exists(lookup => Records(lookup).Count() >= Conversations.MostOfCall);

    // What was said of one leg is not all that was said while another's question has no answer.
    private string? Unanswered => NeighbourText.Unanswered(Answers, Questions.Count);

    private bool IsCut => _messages.Select(Known).OfType<NeighbourAnswer>().Any(answer => answer.IsCut(Conversations.Rows));

    // Before anything was asked, what will be.
    private string? Extent => NeighbourText.Part(
        _turns is null ? _messages.Count : _messages.Count(question => Known(question) is { State: NeighbourState.Answered }), _found, "conversation");

    /// <summary>Whether a session has conversations to ask for: events name them, or an assistant had a part in a call.</summary>
    internal static bool IsIn(SessionView view) => Named(view.Session.Marks).Any() || Lookups(view).Any();

    protected override IEnumerable<ResourceRequest> FindQuestions()
    {
        _lookups = [.. Lookups(View).Take(MostConversations)];
        var found = Named(View.Session.Marks).Concat(_lookups.SelectMany(Found)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        (_found, _messages) = (found.Count, [.. found.Take(MostConversations).Select(Conversations.Messages)]);
        return _messages.Concat(_lookups);
    }

    private static IEnumerable<string> Named(IEnumerable<Mark> marks) =>
        marks.Where(mark => SpeaksOfAssistant(mark.Name)).Select(mark => CallEventBody.Payload(mark.Event).Text("conversation_id")).OfType<string>().Where(IsId);

    // Of the webhooks that name a conversation none may have been delivered; the commands are there.
    private static IEnumerable<ResourceRequest> Lookups(SessionView view) => view.Session.Legs
        .Where(leg => leg.AllMarks.Any(mark => SpeaksOfAssistant(mark.Name)) && !Named(leg.AllMarks).Any())
        .Select(OpenCall.FindCallControlId).OfType<string>().Distinct().Select(Conversations.OfCall);

    private static bool SpeaksOfAssistant(string name) => name.StartsWith("ai_", StringComparison.OrdinalIgnoreCase)
        || name.Contains(".ai_", StringComparison.OrdinalIgnoreCase) || name.Contains("conversation", StringComparison.OrdinalIgnoreCase);

    private static bool IsId(string id) => id.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private IEnumerable<string> Found(ResourceRequest lookup) => Records(lookup).Where(record => IsOf(lookup, record)).Select(record => record.Text("id")).OfType<string>().Where(IsId);

    private IEnumerable<JsonElement> Records(ResourceRequest lookup) => (Known(lookup)?.Records ?? []).Select(record => LooseJson.Parse(record.Span));

    private static bool IsOf(ResourceRequest lookup, JsonElement record) =>
        record.Field("metadata").Text("call_control_id") is { } call && Conversations.OfCall(call) == lookup;

    protected override void Tell()
    {
        var answers = _messages.Select(Known).OfType<NeighbourAnswer>().ToList();
        _turns = answers.Exists(answer => answer.State is NeighbourState.Answered)
            ? [.. answers.SelectMany(answer => answer.Records).Select(Seen).Select(record => ConversationTurn.Read(record)).OrderBy(turn => turn.SentAt ?? DateTimeOffset.MaxValue)]
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
