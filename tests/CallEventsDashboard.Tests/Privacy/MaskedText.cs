using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.Components.Sessions.Summary;
using CallEventsDashboard.Components.Sessions.Timeline;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>All that a page writes of masked events, and the numbers that are left in it.</summary>
internal static partial class MaskedText
{
    /// <summary>Every text of a record: the names of its fields and their values, numbers as they are written.</summary>
    public static IEnumerable<string> Leaves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Leaves(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };

    /// <summary>What the list, the detail and its copies write of one event, text by text.</summary>
    public static IEnumerable<string> OfEvent(CallEvent masked) =>
    [
        masked.Name, masked.Type, masked.OccurredAtText ?? "", masked.LegId ?? "", masked.SessionId ?? "", masked.ConnectionId ?? "", masked.Product ?? "", masked.From ?? "",
        masked.To ?? "", masked.DeliveryStatus ?? "", masked.DeliveredTo ?? "", masked.EventId ?? "", DetailsText.Format(masked) ?? "",
        .. masked.Errors.SelectMany(error => new[] { error.Code, error.Title, error.Detail }).OfType<string>(),
        .. KnownFieldReader.Read(masked, masked.OccurredAt ?? default, InstantFormat.Utc).SelectMany(field => new[] { field.Value, field.Decoded, field.Hint }).OfType<string>(),
        .. Leaves(LooseJson.Parse(masked.Raw.Span)),
    ];

    /// <summary>What the page of a session and its copies write of the call.</summary>
    public static IEnumerable<string> OfSession(IReadOnlyCollection<CallEvent> masked)
    {
        var session = SessionReader.Read(masked, SessionExtent.Whole, masked.Max(callEvent => callEvent.OccurredAt));
        var pack = TimelinePack.Create(session, InstantFormat.Utc);
        return
        [
            .. SessionReport.Text(session, InstantFormat.Utc).Split('\n'),
            .. MermaidLadder.Write(Ladder.Create(session)).Split('\n'),
            .. Leaves(JsonSerializer.SerializeToElement(SessionHead.Create(session))),
            .. session.Legs.Select((leg, index) => LaneText.Numbers(leg) + LaneText.Title(leg, index) + LaneText.Role(leg, session.Legs) + LaneText.Meetings(leg, session.Legs)),
            .. pack.Head.Sorts.SelectMany(sort => new[] { sort.Name, sort.Type, sort.Refused, sort.Code, sort.SessionId }).OfType<string>(),
            .. session.Linked.Select(link => link.SessionId),
        ];
    }

    /// <summary>The first number of 7 to 15 digits in a text, in any notation, that is no id, no fingerprint, no time and no stand-in; null where there is none.</summary>
    public static string? NumberIn(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in Decoded(text).EnumerateRunes())
            plain.Append(Rune.IsDigit(rune) ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture) : rune.ToString());
        var number = Number().Match(Known().Replace(plain.ToString(), " id "));
        return number.Success ? number.Value : null;
    }

    private static string Decoded(string text)
    {
        var decoded = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        return decoded == text ? text : Decoded(decoded);
    }

    [GeneratedRegex(
        """
        [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}
        | \d{4}-\d{2}-\d{2}[T\ ]\d{2}:\d{2}(:\d{2}([.]\d+)?)?([+-]\d{2}:?\d{2})?
        | \d{2}:\d{2}:\d{2}([.]\d{3}\ ?\d{0,3})?
        | (?<!\d)\d{17,20}(?!\d)
        | \d{16}-[0-9a-f]{16}
        | •[A-Z2-9]{4}(\ …\d{4})?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known();

    [GeneratedRegex(@"(?<!\d)\d([ ().\-/–+]{0,3}\d){6,14}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
