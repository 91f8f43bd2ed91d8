using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>Why a request is made, in the words of <see cref="RequestEntry.Purpose"/>.</summary>
internal static class RequestPurpose
{
    public static string Of(PageAsk ask) => ask switch
    {
        AnchoredAsk { Side: AnchorSide.LookOut } => "look-out",
        AnchoredAsk { Side: AnchorSide.Depth or AnchorSide.Settled } => "check",
        AnchoredAsk { Side: AnchorSide.Tie } => "tie",
        AnchoredAsk { Side: AnchorSide.Seam } => "seam",
        AnchoredAsk => "page",
        { Page.Size: < PageRequest.MaxSize } => "count",
        _ => "page",
    };
}
