namespace CallEventsDashboard.Components.Shared;

public enum NoticeKind
{
    Empty,
    Failure,
}
