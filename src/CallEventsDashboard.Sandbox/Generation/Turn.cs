namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>A deviation of a call from its usual course: by chance, or because it was asked for.</summary>
[Flags]
internal enum Turn
{
    None = 0,
    Rejection = 1,
    NoAnswer = 2,
    FailedTransfer = 4,
    Abandonment = 8,
    FailedFax = 16,

    /// <summary>Every webhook arrives at its second attempt only.</summary>
    FailedDelivery = 32,

    /// <summary>The first three webhooks do.</summary>
    ThreeFailedDeliveries = 64,
}
