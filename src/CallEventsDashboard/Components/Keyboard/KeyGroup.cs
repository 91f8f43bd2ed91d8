namespace CallEventsDashboard.Components.Keyboard;

/// <summary>Under which heading of the dialog a key is listed, in the order of the dialog.</summary>
public enum KeyGroup
{
    List,
    Page,
    Anywhere,
    Timeline,
}
