using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>One request for call detail records.</summary>
/// <param name="IsAnswer">Whether a record that came back is one that was asked for: Telnyx may leave out a filter in silence.</param>
internal sealed record DetailQuestion(ResourceRequest Request, Func<CallDetailRecord, bool> IsAnswer);
