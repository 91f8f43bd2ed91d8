using CallEventsDashboard.Components.SavedViews;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>What the palette offers of itself: pages, filters, and queries for a text that was typed or pasted. None of it asks Telnyx for anything.</summary>
internal static class PaletteItems
{
    private const string Pages = "Pages";
    private const string Filters = "Filters";
    private const string Views = "Views";
    private const string Exactly = "For this text";

    /// <summary>The pages, with the query of the list where they have one.</summary>
    public static IEnumerable<PaletteItem> OfPages(PalettePlace place) =>
    [
        new(Pages, "Events", DashboardUrls.Events(place.Query)),
        new(Pages, "Sessions", DashboardUrls.Sessions(place.Query)),
        new(Pages, "Insights", DashboardUrls.Insights(place.Query)),
        new(Pages, "Open an evidence file", DashboardUrls.OpenedFile()),
        new(Pages, "API keys", DashboardUrls.Keys),
        new(Pages, "Keyboard shortcuts", null, Presses: "[data-opens=key-help]"),
    ];

    /// <summary>The saved views and those that are there already.</summary>
    /// <param name="describe">A query in words, as it may be seen.</param>
    public static IEnumerable<PaletteItem> OfViews(ViewShelf shelf, Func<string, string> describe) =>
    [
        .. shelf.Views.Select(view => new PaletteItem(Views, VisibleText.Line(view.Name, ViewShelf.MaxNameLength), ViewText.UrlOf(view.IsSessions, view.Query), describe(view.Query)) { View = view }),
        .. ReadyView.All.Select(view => new PaletteItem(Views, view.Name, DashboardUrls.Events(view.Query))),
    ];

    /// <summary>The sessions that were pinned or opened last.</summary>
    public static IEnumerable<PaletteItem> OfSessions(ViewShelf shelf, InstantFormat instants) =>
    [
        .. shelf.Pins.Select(pin => Session(pin, $"pinned {instants.DayAndClockWithZone(pin.At)}")),
        .. shelf.Sessions.Where(seen => !shelf.IsPinned(seen.Id)).Select(seen => Session(seen, $"opened {instants.DayAndClockWithZone(seen.At)}")),
    ];

    /// <summary>Filters, ranges and orders that need no value: each is a change of the list.</summary>
    public static IEnumerable<PaletteItem> OfFilters(PalettePlace place)
    {
        var query = place.Query;
        List<(string Label, CallEventQuery Query)> changes =
        [
            .. QuickFilter.All.Select(filter => (filter.Label, filter.With(query))),
            .. TimeRangeName.Presets.Select(span => ($"Last {TimeRangeName.Format(span)}", query with { Range = new TimeRange { Last = span } })),
            ("Newest first", query with { Order = EventOrder.Newest }),
            ("Oldest first", query with { Order = EventOrder.Oldest }),
            .. from parameter in FilterCatalogue.All
               from choice in parameter.Choices
               select ($"{parameter.Label}: {choice.Text}", parameter.With(query, choice.Value)),
            ("Clear all filters", new CallEventQuery { Order = query.Order }),
        ];
        return from change in changes where change.Query != query select new PaletteItem(Filters, change.Label, place.UrlOf(change.Query));
    }

    /// <summary>The queries that a text is likely to mean: those that the search box offers, a session by its ID, and the search for the text.</summary>
    public static IEnumerable<PaletteItem> OfText(PalettePlace place, string text)
    {
        if (UuidText.Parse(text) is { } id)
            yield return new(Exactly, "Open the session", DashboardUrls.Session(id, CallEventQuery.Default), id);
        var offers = SearchOffer.Find(place.Query, text);
        foreach (var offer in offers)
            yield return new(Exactly, offer.Label, place.UrlOf(offer.Query), offer.Shown);
        if (text.Length <= FilterValue.MaxLength)
            yield return new(offers.Count > 0 ? Exactly : "Search", "Search all fields for", place.UrlOf(place.Query with { Search = text }), text);
    }

    private static PaletteItem Session(SeenSession seen, string detail) => new("Sessions", seen.Id, DashboardUrls.Session(seen.Id, CallEventQuery.Default), detail);
}
