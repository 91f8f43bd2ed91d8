namespace CallEventsDashboard.Telnyx;

/// <summary>What an event or a command is about: the grouping of suggestions, and the colour and icon of a row.</summary>
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
