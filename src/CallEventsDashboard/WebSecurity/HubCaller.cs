namespace CallEventsDashboard.WebSecurity;

/// <summary>Whose a connection to the hub is.</summary>
/// <param name="Person">Null where everybody is the same user.</param>
/// <param name="Address">As <see cref="VisitorAddress"/> names it.</param>
internal readonly record struct HubCaller(string? Person, string Address);
