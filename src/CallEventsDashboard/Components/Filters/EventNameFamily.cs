using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The words and the colour of a family of events.</summary>
internal static class EventNameFamily
{
    public static string Name(EventFamily family) => family switch
    {
        EventFamily.Setup => "Setup",
        EventFamily.End => "End",
        EventFamily.Media => "Media",
        EventFamily.Input => "Input",
        EventFamily.Detection => "Detection",
        EventFamily.Conference => "Conference",
        EventFamily.Recording => "Recording",
        EventFamily.Ai => "AI",
        _ => "Other",
    };

    public static string Colour(EventFamily family) => family switch
    {
        EventFamily.Setup => "var(--f-setup)",
        EventFamily.End => "var(--f-end)",
        EventFamily.Media => "var(--f-media)",
        EventFamily.Input => "var(--f-input)",
        EventFamily.Detection => "var(--f-detect)",
        EventFamily.Conference => "var(--f-conf)",
        EventFamily.Recording => "var(--f-rec)",
        EventFamily.Ai => "var(--f-ai)",
        _ => "var(--f-other)",
    };
}
