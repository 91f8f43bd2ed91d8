namespace CallEventsDashboard.Components.Shared;

public enum NoticeKind
{
    Empty,

    /// <summary>The first step that a person has to take.</summary>
    Guide,
    Failure,
}
