using System.Text.RegularExpressions;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Browser;

/// <summary>The zone in which a person reads and types times: UTC until they choose another one. Kept in their browser; links and requests stay in UTC.</summary>
public sealed partial class ZonePreference(BrowserStorage storage)
{
    /// <summary>The choice to follow the browser, whichever zone that is in.</summary>
    public const string OfBrowser = "browser";

    private const string Name = "callevents.zone";
    private const string UtcId = "UTC";

    /// <summary>Raised once another zone was chosen.</summary>
    public event EventHandler? Changed;

    public InstantFormat Instants { get; private set; } = InstantFormat.Utc;

    /// <summary>The zone of the browser; null where it names none that this server knows.</summary>
    public TimeZoneInfo? Browser { get; private set; }

    /// <summary>The choice: <c>UTC</c>, <see cref="OfBrowser"/> or the name of a zone, as <c>Asia/Kolkata</c>.</summary>
    public string Choice { get; private set; } = UtcId;

    /// <summary>The zones whose names have a text in them, in the order of their names; none for an empty text.</summary>
    /// <param name="text">As it is typed: any case, with spaces for underscores.</param>
    public static IReadOnlyList<string> Find(string text, int most)
    {
        var part = text.Trim().Replace(' ', '_');
        return part.Length == 0 ? [] : [.. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && id.Contains(part, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Take(most)];
    }

    /// <param name="browserZone">The name that the browser gives its zone.</param>
    public async Task LoadAsync(string? browserZone)
    {
        Browser = Read(browserZone);
        Apply(await storage.ReadAsync(Name));
    }

    /// <summary>Follows a choice from now on. One that this server does not know is UTC.</summary>
    public Task ChooseAsync(string choice)
    {
        Apply(choice);
        Changed?.Invoke(this, EventArgs.Empty);
        return storage.WriteAsync(Name, Choice == UtcId ? null : Choice);
    }

    private void Apply(string? choice)
    {
        var zone = choice == OfBrowser ? Browser : Read(choice);
        (Choice, Instants) = zone is null || zone.Id == UtcId ? (UtcId, InstantFormat.Utc) : (choice!, new InstantFormat(zone));
    }

    // What was stored or told may be anything, and the names of zones are those of files.
    private static TimeZoneInfo? Read(string? id) =>
        id is { Length: <= 60 } && ZoneName().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneName();
}
