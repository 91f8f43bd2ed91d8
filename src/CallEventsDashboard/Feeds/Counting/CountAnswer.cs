namespace CallEventsDashboard.Feeds.Counting;

/// <param name="Count">Null where the number can't be known, or could not be read.</param>
/// <param name="IsRead">Whether the service answered; what it did not is not kept.</param>
internal readonly record struct CountAnswer(int? Count, bool IsRead)
{
    public static CountAnswer Unknown { get; } = new(null, IsRead: true);

    public static CountAnswer Unread { get; }
}
