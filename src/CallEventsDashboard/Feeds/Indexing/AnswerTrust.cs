using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Whether the answers of the service agree so well with each other that its rows can be indexed.</summary>
internal sealed class AnswerTrust(ListScope scope, AnchorCheck anchors, DepthCheck depth)
{
    private int _contradictions;
    private bool _isCut;

    /// <summary>Whether the answers have contradicted each other so often that it is no accident.</summary>
    public bool IsLost => MustBeReadByTime || HasNoBounds || _contradictions > 1;

    public bool HasNoBounds => anchors.IsHopeless;

    public bool MustBeReadByTime => _isCut || depth.IsCapped;

    /// <summary>The page that checks the answers; null where none is needed.</summary>
    public AnchoredFetch? NextCheck => depth.Next();

    public bool IsChecked => depth.IsDone;

    /// <summary>The page that shows whether the service heeds a bound, before which no other is asked for; null where none is needed.</summary>
    public AnchoredFetch? NextAnchor => anchors.Next;

    public void Contradict(bool isContradicted) => _contradictions += isContradicted ? 1 : 0;

    /// <summary>Takes in whether the newest rows lack in an answer that must hold them.</summary>
    public void Cut(bool isCut = true) => _isCut = isCut;

    public bool Accepts(AnchoredFetch fetch, CallEventPage page, SnapshotPlan plan) => anchors.Accepts(fetch, page, plan);

    public void TakeCheck(AnchoredFetch fetch, CallEventPage page, SnapshotPlan plan)
    {
        depth.Take(page);
        // Its one row is the anchor itself.
        if (scope.ServiceOrder is ServiceOrder.Descending)
            anchors.Accepts(fetch with { Side = AnchorSide.Newer }, page, plan);
    }

    public void GiveUpCheck() => depth.GiveUp();
}
