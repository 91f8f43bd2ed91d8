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
    private static readonly string[] Places = ["event", "tab", "scale", "leg"];

    private string? _list;
    private string? _event;

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
        var selected = query.TryGetValue("event", out var fingerprint) ? fingerprint.ToString() : null;
        // A link is rewritten to its canonical order once it is read: that is the same list.
        var names = query.Keys.Except(Places, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var list = path is "events" or "sessions" ? $"{path}?{string.Join('&', names.Select(name => $"{name}={query[name]}"))}" : null;
        var (isOtherList, isOtherEvent) = (list is not null && list != _list, selected is { Length: > 0 } && selected != _event);
        (_list, _event) = (list ?? _list, selected);
        if (isOtherList)
            await (query.ContainsKey("q") ? audit.SearchedAsync(path, names) : audit.ListOpenedAsync(path, names));
        if (isOtherEvent)
            await audit.EventOpenedAsync(selected!);
    }
}
