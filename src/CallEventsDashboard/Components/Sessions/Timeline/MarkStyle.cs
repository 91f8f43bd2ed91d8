namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>The properties that many marks share.</summary>
/// <param name="Kind"><c>command</c>, <c>webhook</c> or <c>step</c>.</param>
/// <param name="Family">As the style names it.</param>
/// <param name="Refused">Of commands that Telnyx refused: <c>refused · 90018</c>; else null.</param>
/// <param name="Code">Of those, the code of the first error; else null.</param>
internal sealed record MarkStyle(string Name, string Type, string Kind, string Family, string SessionId, string? Refused = null, string? Code = null);
