using System.Globalization;
using CallEventsDashboard.Decoding;

namespace CallEventsDashboard.Components.Events;

/// <summary>The columns that a person chose for the list of events, in their order, and the height of its rows. <c>Parse(Format(c)) == c</c>.</summary>
/// <param name="Columns">None for the default ones, which depend on the room of the page.</param>
/// <param name="IsCompact">Whether rows are low.</param>
public sealed record ColumnChoice(IReadOnlyList<ChosenColumn> Columns, bool IsCompact = false)
{
    public const int MostColumns = 24;
    public const int LeastWidth = 44;
    public const int MostWidth = 900;

    private const string Compact = "compact;";

    public static ColumnChoice Default { get; } = new([]);

    /// <summary>The names of the list's own columns.</summary>
    private static HashSet<string> Known { get; } = [.. EventRow.AllColumns.Shown.Select(column => column.Name)];

    /// <summary>Reads <c>compact;time,name:240,payload.hangup_cause</c>. Never throws: what it does not know is left out.</summary>
    public static ColumnChoice Parse(string text)
    {
        var isCompact = text.StartsWith(Compact, StringComparison.Ordinal);
        var columns = (isCompact ? text[Compact.Length..] : text).Split(',')
            .Select(piece => piece.Split(':', 2))
            .Where(piece => IsColumn(piece[0]))
            .Select(piece => new ChosenColumn(piece[0], piece.Length == 2 ? Width(piece[1]) : null))
            .DistinctBy(column => column.Name, StringComparer.Ordinal)
            .Take(MostColumns);
        return new([.. columns], isCompact);
    }

    /// <summary>Empty for the default choice.</summary>
    public string Format() =>
        (IsCompact ? Compact : "") + string.Join(',', Columns.Select(column => column.Width is { } width ? string.Create(CultureInfo.InvariantCulture, $"{column.Name}:{width}") : column.Name));

    public bool Equals(ColumnChoice? other) => other is not null && IsCompact == other.IsCompact && Columns.SequenceEqual(other.Columns);

    public override int GetHashCode() => HashCode.Combine(IsCompact, Columns.Count);

    public static bool IsColumn(string name) => Known.Contains(name) || FieldPath.Parse(name)?.Text == name;

    /// <summary>Whether a name is that of one of the list's own columns, which are drawn in their own ways.</summary>
    public static bool IsKnown(string name) => Known.Contains(name);

    public ColumnChoice Add(string name) => Columns.Count >= MostColumns || Columns.Any(column => column.Name == name) ? this : this with { Columns = [.. Columns, new(name)] };

    /// <summary>Without a column; the last one stays, as a row has to show something.</summary>
    public ColumnChoice Remove(string name) => Columns.Count <= 1 ? this : this with { Columns = [.. Columns.Where(column => column.Name != name)] };

    /// <param name="by">By how many places: -1 to the left, 1 to the right.</param>
    public ColumnChoice Move(string name, int by)
    {
        List<ChosenColumn> columns = [.. Columns];
        var at = columns.FindIndex(column => column.Name == name);
        if (at < 0 || at + by < 0 || at + by >= columns.Count)
            return this;
        (columns[at], columns[at + by]) = (columns[at + by], columns[at]);
        return this with { Columns = columns };
    }

    /// <param name="width">In pixels; null for the column's own.</param>
    public ColumnChoice Resize(string name, int? width) => this with
    {
        Columns = [.. Columns.Select(column => column.Name == name ? column with { Width = width is { } pixels ? Math.Clamp(pixels, LeastWidth, MostWidth) : null } : column)],
    };

    private static int? Width(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var width) ? Math.Clamp(width, LeastWidth, MostWidth) : null;
}
