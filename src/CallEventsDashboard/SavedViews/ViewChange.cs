namespace CallEventsDashboard.SavedViews;

/// <summary>The result of a change: what is kept after it, or the sentence that refuses it.</summary>
internal readonly record struct ViewChange(ViewShelf? Shelf, string? Problem = null)
{
    public static ViewChange Refused(string problem) => new(null, problem);
}
