namespace CallEventsDashboard.SavedViews;

/// <summary>A list under a name: its query with time and order, its zone and its columns. It asks Telnyx for nothing until it is opened.</summary>
public sealed record SavedView
{
    public required string Name { get; init; }

    /// <summary>Whether the list is grouped by session.</summary>
    public bool IsSessions { get; init; }

    /// <summary>As a link writes it: empty for the default query, else with its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>The choice of a zone, as <c>ZonePreference</c> has it; null to leave the zone alone.</summary>
    public string? Zone { get; init; }

    /// <summary>The choice of columns; empty for the default ones, null to leave them alone.</summary>
    public string? Columns { get; init; }

    public bool Is(string? name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
