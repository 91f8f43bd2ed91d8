namespace CallEventsDashboard.Components.Lists;

/// <summary>How much room a page has for columns. The style sheet of each grid says from which width of the page on; where there is none for any, a row has two lines.</summary>
public enum PageRoom
{
    /// <summary>The least that columns need: their narrow widths hold.</summary>
    Narrow,
    Medium,
    Wide,
    Widest,
}
