namespace CallEventsDashboard.Telnyx;

/// <summary>The subject of an event or a command: the grouping of suggestions, and the colour and icon of a row.</summary>
public enum EventFamily
{
    Setup,
    End,
    Media,
    Input,
    Detection,
    Conference,
    Recording,
    Ai,
    Other,
}
