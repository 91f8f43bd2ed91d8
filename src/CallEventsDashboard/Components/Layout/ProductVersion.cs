namespace CallEventsDashboard.Components.Layout;

internal static class ProductVersion
{
    /// <summary>The version of this build in three parts, such as <c>1.0.0</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(3);
}
