namespace CallEventsDashboard.Components.Events;

/// <summary>What the list shows at the moment.</summary>
/// <param name="Names">Of the columns that the page has room for, in their order.</param>
/// <param name="First">The index of the first row that is drawn.</param>
public sealed record ColumnsInView(IReadOnlyList<string> Names, int First);
