using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>The classes that give an event's mark its colour, by family, and its shape: they go with <c>mark</c>, or <c>marked</c> on the text that the mark is before.</summary>
internal static class MarkClass
{
    public static string From(CallEvent row) => $"{EventCatalogue.FamilyOf(row.Name).ToString().ToLowerInvariant()}{(row.IsCommand ? " command" : null)}";
}
