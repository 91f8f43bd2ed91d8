using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.SavedViews;

/// <summary>What a person keeps of what they look at, as it is stored: an immutable value whose changes are refused with a sentence for the page.</summary>
public sealed record ViewShelf
{
    public const int MaxNameLength = 60;
    public const int MostViews = 30;
    public const int MostPins = 20;
    public const int MostRecent = 10;

    // A longer one would crowd out what was saved.
    private const int LongestRecent = 600;
    private const int LongestText = 8000;

    public static ViewShelf Empty { get; } = new();

    /// <summary>In the order in which they were saved.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RecentList> Lists { get; init; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SeenSession> Sessions { get; init; } = [];

    /// <summary>In the order in which they were pinned.</summary>
    public IReadOnlyList<SeenSession> Pins { get; init; } = [];

    /// <summary>The columns of the list of events; empty for the default ones.</summary>
    public string Columns { get; init; } = "";

    public static string? NameProblem(string name) => name switch
    {
        { Length: 0 } => "Give the view a name, such as Support line.",
        { Length: > MaxNameLength } => $"A name has {MaxNameLength} characters at most.",
        _ when !PlainText.IsPlain(name) => "A name is one line of text.",
        _ when KeyFormat.HasKey(name) => "This looks like an API key. A name is shown on the page: choose words such as Support line.",
        _ => null,
    };

    public bool IsPinned(string sessionId) => Pins.Any(pin => pin.Id == sessionId);

    /// <summary>Whether a value that was read has all that it needs: it may be of an earlier version.</summary>
    internal bool IsWhole() =>
        Views is not null && Views.All(view => view is { Name.Length: > 0, Query.Length: <= LongestText }) && Lists is not null && Lists.All(list => list?.Query is { Length: <= LongestText })
        && Sessions is not null && Sessions.All(seen => UuidText.Parse(seen?.Id) == seen?.Id && seen is not null) && Pins is not null && Pins.All(pin => UuidText.Parse(pin?.Id) == pin?.Id && pin is not null)
        && Columns is { Length: <= LongestText };

    internal ViewChange Save(SavedView view)
    {
        if (NameProblem(view.Name) is { } problem)
            return ViewChange.Refused(problem);
        if (Views.FirstOrDefault(other => other.Is(view.Name)) is { } taken)
            return ViewChange.Refused($"There is already a view named “{taken.Name}”. Choose another name, or delete that one first.");
        return Views.Count >= MostViews
            ? ViewChange.Refused($"{MostViews} views are saved, which is the most. Delete one that you no longer need.")
            : new(this with { Views = [.. Views, view] });
    }

    internal ViewChange Delete(string name) => new(this with { Views = [.. Views.Where(view => !view.Is(name))] });

    internal ViewChange Note(RecentList list) => list.Query.Length is 0 or > LongestRecent || (Lists is [var latest, ..] && latest == list)
        ? new(this)
        : new(this with { Lists = [list, .. Lists.Where(other => other != list).Take(MostRecent - 1)] });

    internal ViewChange Note(SeenSession session) => new(this with { Sessions = [session, .. Sessions.Where(other => other.Id != session.Id).Take(MostRecent - 1)] });

    internal ViewChange Pin(SeenSession session) => IsPinned(session.Id) ? new(this)
        : Pins.Count >= MostPins ? ViewChange.Refused($"{MostPins} sessions are pinned, which is the most. Unpin one first.")
        : new(this with { Pins = [.. Pins, session] });

    internal ViewChange Unpin(string sessionId) => new(this with { Pins = [.. Pins.Where(pin => pin.Id != sessionId)] });
}
