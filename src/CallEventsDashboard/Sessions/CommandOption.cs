using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>A parameter of a command that asks for a webhook.</summary>
/// <param name="Name">As the record has it, such as <c>answering_machine_detection</c>.</param>
/// <param name="IsOwedWhereUnsaid">Whether its webhook may come of a command whose record does not have the parameter.</param>
public sealed record CommandOption(string Name, bool IsOwedWhereUnsaid = false)
{
    private static readonly string[] Off = ["disabled", "false", "none", "off"];

    /// <summary>Whether a command asks for it; null where its record does not say.</summary>
    /// <param name="parameters">Those of the command, as <see cref="CallEventBody.Payload(CallEvent)"/> finds them.</param>
    internal bool? IsAsked(JsonElement parameters) => parameters.Field(Name) switch
    {
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => value.Text() is { } text && !Off.Contains(text, StringComparer.OrdinalIgnoreCase),
        var value => value.ValueKind is not JsonValueKind.False,
    };
}
