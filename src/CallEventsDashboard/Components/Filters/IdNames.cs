using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The filters by an ID that has a name at Telnyx: connections and outbound voice profiles.</summary>
internal static class IdNames
{
    public static bool Has(FilterParameter parameter) => parameter == FilterCatalogue.ConnectionId || parameter == FilterCatalogue.OutboundVoiceProfileId;

    /// <summary>The name of an ID as it may be seen; null for the value of another filter, and where none is known: it is then looked for.</summary>
    /// <param name="parameter">The name of the filter in a link.</param>
    public static string? Find(ConnectionBook? names, string? parameter, string id) =>
        parameter == FilterCatalogue.ConnectionId.Name ? names?.Find(id)?.Name
        : parameter == FilterCatalogue.OutboundVoiceProfileId.Name ? names?.FindProfile(id)?.Name
        : null;

    /// <summary>All that have a name, by it: (ID, name, kind).</summary>
    public static IEnumerable<(string Id, string Name, string? Kind)> All(ConnectionBook names, FilterParameter parameter) =>
        parameter == FilterCatalogue.ConnectionId ? names.All.Select(connection => (connection.Id, connection.Name, connection.Kind))
        : parameter == FilterCatalogue.OutboundVoiceProfileId ? names.Profiles.Select(profile => (profile.Id, profile.Name, profile.IsEnabled is false ? "not enabled" : null))
        : [];

    /// <summary>Why there is nothing to choose from, and that the ID does as well; null where there is.</summary>
    public static string? Missing(ConnectionBook? names, FilterParameter parameter)
    {
        if (names is null || All(names, parameter).Any())
            return null;
        var (state, what) = parameter == FilterCatalogue.ConnectionId ? (names.State, "connections") : (names.ProfileState, "outbound voice profiles");
        return state switch
        {
            NeighbourState.NotPermitted => $"The names of {what} are not permitted with this key: type an ID.",
            NeighbourState.Answered => $"No {what} were found for this key: type an ID.",
            null => null,
            _ => $"The names of {what} could not be read: type an ID.",
        };
    }
}
