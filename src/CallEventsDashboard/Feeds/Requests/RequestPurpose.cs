namespace CallEventsDashboard.Feeds.Requests;

/// <summary>Why a request is made, in the words of <see cref="RequestEntry.Purpose"/>.</summary>
internal static class RequestPurpose
{
    public static string Format(PageFetch fetch) => fetch switch
    {
        AnchoredFetch { Side: AnchorSide.Arrivals } => "newer",
        AnchoredFetch { Side: AnchorSide.Depth or AnchorSide.Settled } => "check",
        AnchoredFetch { Side: AnchorSide.Tie } => "tie",
        AnchoredFetch { Side: AnchorSide.Gap } => "join",
        AnchoredFetch => "page",
        LiveFetch => "live",
        CountFetch => "count",
        { Page.Size: 1 } => "count",
        _ => "page",
    };
}
