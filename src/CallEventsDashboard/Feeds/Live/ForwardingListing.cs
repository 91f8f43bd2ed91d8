using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>A listing over another one, with all that does not depend on indices as the other has it.</summary>
internal abstract class ForwardingListing(Listing inner) : Listing
{
    public override bool IsOpening => Inner.IsOpening;

    public override bool IsIndexed => Inner.IsIndexed;

    public override ServiceOrder? IndexedOrder => Inner.IndexedOrder;

    public override DateTimeOffset? ReadAt => Inner.ReadAt;

    public override int Expired => Inner.Expired;

    public override int Missing => Inner.Missing;

    public override bool HasLostTrust => Inner.HasLostTrust;

    public override bool MustBeReadByTime => Inner.MustBeReadByTime;

    public override bool HasNoBounds => Inner.HasNoBounds;

    public override bool IsBeingChecked => Inner.IsBeingChecked;

    public override ScanProgress? Scan => Inner.Scan;

    public override bool KeepsIndices => Inner.KeepsIndices;

    public override int Blocks => Inner.Blocks;

    protected Listing Inner { get; set; } = inner;

    public override PageFetch? CountUpTo(DateTimeOffset instant) => Inner.CountUpTo(instant);

    public override PageFetch? Settle() => Inner.Settle();

    public override PageFetch? CountArrivals() => Inner.CountArrivals();

    public override void Place(PageFetch fetch, CallEventPage page) => Inner.Place(fetch, page);

    public override void PlaceTooLarge(PageFetch fetch) => Inner.PlaceTooLarge(fetch);

    public override void TrimTo(int blocks) => Inner.TrimTo(blocks);

    public override void Retry() => Inner.Retry();

    public override void Reconsider() => Inner.Reconsider();

    public override void Continue() => Inner.Continue();
}
