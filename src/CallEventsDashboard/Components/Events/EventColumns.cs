using System.Globalization;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Decoding;

namespace CallEventsDashboard.Components.Events;

/// <summary>The columns of the list of events for what a person chose: the default ones, which give way where the page has little room, or those that were chosen, all of them.</summary>
internal sealed class EventColumns
{
    private static readonly ColumnWidth FieldWidth = new(140, .6);

    // The name of a field may say anything: a column of one has the name of its place.
    private const string FieldPrefix = "field-";

    private (string Text, bool IsMasked)? _made;
    private GridColumns<EventRow> _columns = EventRow.AllColumns;

    /// <summary>Whether rows are low.</summary>
    public bool IsCompact { get; private set; }

    /// <summary>The same object for as long as the choice is the same: rows are drawn again for another one.</summary>
    /// <param name="text">The choice, as it is kept.</param>
    /// <param name="isMasked">Whether numbers and texts are masked.</param>
    /// <param name="nameOf">The name of a field as it may be seen.</param>
    public GridColumns<EventRow> For(string text, bool isMasked, Func<string, string> nameOf)
    {
        if (_made == (text, isMasked))
            return _columns;
        _made = (text, isMasked);
        var choice = ColumnChoice.Parse(text);
        IsCompact = choice.IsCompact;
        return _columns = choice.Columns.Count == 0 ? EventRow.AllColumns : new([.. choice.Columns.Select((chosen, index) => Column(chosen, index, nameOf))]);
    }

    /// <summary>The name in a choice of a column of the list, by the name that its head has.</summary>
    public static string NameOf(ColumnChoice choice, string head) =>
        head.StartsWith(FieldPrefix, StringComparison.Ordinal) && int.TryParse(head[FieldPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < choice.Columns.Count
            ? choice.Columns[index].Name : head;

    private static GridColumn<EventRow> Column(ChosenColumn chosen, int index, Func<string, string> nameOf)
    {
        var column = EventRow.AllColumns.Shown.FirstOrDefault(known => known.Name == chosen.Name) ?? Field(chosen.Name, index, nameOf);
        // What was chosen is shown, however little room there is: the list is scrolled sideways then.
        column = column with { From = PageRoom.Narrow };
        return chosen.Width is { } width ? column with { Width = new(width), NarrowWidth = null } : column;
    }

    private static GridColumn<EventRow> Field(string name, int index, Func<string, string> nameOf)
    {
        var path = FieldPath.Parse(name)!;
        return new(FormattableString.Invariant($"{FieldPrefix}{index}"), nameOf(path.Name), FieldWidth)
        {
            HeadTitle = string.Join('.', path.Names.Select(nameOf)),
            Class = "num",
            Text = row => row.Field(path),
        };
    }
}
