using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>A row that came into a live list.</summary>
/// <param name="Index">Where it was inserted; rows that came after it may have moved it since.</param>
/// <param name="WasHeld">Whether it arrived while new rows were held back.</param>
internal readonly record struct LiveArrival(CallEvent Row, int Index, bool WasHeld);
