using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.WebUtilities;

namespace CallEventsDashboard.Auditing;

/// <summary>
/// Writes down which lists and events a person opens, by the addresses that their tab goes to: whatever a page shows is in its address, so that no page can
/// forget to say so.
/// </summary>
internal sealed class PageAudit(AuditLog audit, NavigationManager navigation, BackgroundWork work) : CircuitHandler
{
    // Parameters that say where somebody looks, and not at what.
    private static readonly string[] Places = ["event", "tab", "scale", "leg", "only"];

    // Of a comparison: the two, each a session or an event in it.
    private static readonly string[] Compared = ["a", "b"];

    private string? _list;
    private IReadOnlyList<string> _events = [];

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        navigation.LocationChanged += HandleLocationChanged;
        Visit(navigation.Uri);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        navigation.LocationChanged -= HandleLocationChanged;
        return Task.CompletedTask;
    }

    private void HandleLocationChanged(object? sender, LocationChangedEventArgs change) => Visit(change.Location);

    private void Visit(string address) => work.Begin("auditing a page", () => VisitAsync(address), _ => { });

    private async Task VisitAsync(string address)
    {
        var parts = navigation.ToBaseRelativePath(address).Split('#')[0].Split('?', 2);
        var (path, query) = (parts[0].TrimEnd('/').ToLowerInvariant(), QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : ""));
        var named = path is "compare" ? Compared.Select(name => Value(name).Split('/', 2).ElementAtOrDefault(1) ?? "") : [Value("event")];
        var selected = named.Where(fingerprint => fingerprint.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        // A link is rewritten to its canonical order once it is read: that is the same list.
        var names = query.Keys.Except(Places, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var list = path is "events" or "sessions" or "insights" ? $"{path}?{string.Join('&', names.Select(name => $"{name}={query[name]}"))}" : null;
        var (isOtherList, others) = (list is not null && list != _list, selected.Except(_events, StringComparer.Ordinal).ToList());
        (_list, _events) = (list ?? _list, selected);
        if (isOtherList)
            await (query.ContainsKey("q") ? audit.SearchedAsync(path, names) : audit.ListOpenedAsync(path, names));
        foreach (var other in others)
            await audit.EventOpenedAsync(other);

        string Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : "";
    }
}
