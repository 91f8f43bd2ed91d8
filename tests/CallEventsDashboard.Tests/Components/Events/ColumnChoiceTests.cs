using CsCheck;

namespace CallEventsDashboard.Components.Events;

public sealed class ColumnChoiceTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.OneOf<string>([.. EventRow.AllColumns.Shown.Select(column => column.Name)]),
        Gen.Select(Gen.OneOf<string>("payload", "metadata", "a-b_1"), Gen.String[Gen.Char["abcxyz_09-"], 1, 12], (first, name) => $"{first}.{name}"));

    private static readonly Gen<ColumnChoice> Choices = Gen.Select(
        Gen.Select(Names, Gen.Int[ColumnChoice.LeastWidth, ColumnChoice.MostWidth], Gen.Bool, (name, width, hasWidth) => new ChosenColumn(name, hasWidth ? width : null)).Array[0, ColumnChoice.MostColumns],
        Gen.Bool,
        (columns, isCompact) => new ColumnChoice([.. columns.DistinctBy(column => column.Name)], isCompact));

    [Fact]
    public void AnyChoice_ComesBackAsItWas() => Choices.Sample(choice => Assert.Equal(choice, ColumnChoice.Parse(choice.Format())));

    [Fact]
    public void AnyText_IsAChoice_AndWrittenAsOne() => Gen.String[Gen.Char["compact;,:.timenampyload_ 0129-<\"•"], 0, 80].Sample(text =>
    {
        var choice = ColumnChoice.Parse(text);

        Assert.Equal(choice, ColumnChoice.Parse(choice.Format()));
        Assert.True(choice.Columns.Count <= ColumnChoice.MostColumns);
        Assert.All(choice.Columns, column => Assert.True(ColumnChoice.IsColumn(column.Name)));
    });

    [Fact]
    public void Changes_OfAnyChoice_KeepEachColumnOnce() => Gen.Select(Choices, Names, Gen.Int[-2, 2]).Sample((choice, name, by) =>
    {
        var moved = choice.Move(name, by);
        Assert.Equal(choice.Columns.OrderBy(column => column.Name, StringComparer.Ordinal), moved.Columns.OrderBy(column => column.Name, StringComparer.Ordinal));
        Assert.Single(choice.Add(name).Columns.Where(column => column.Name == name).Take(2).DefaultIfEmpty(new(name)));
        Assert.Equal(choice.Columns.Count <= 1 ? choice.Columns.Count : choice.Columns.Count(column => column.Name != name), choice.Remove(name).Columns.Count);
    });

    [Fact]
    public void DefaultChoice_IsNoText()
    {
        Assert.Equal("", ColumnChoice.Default.Format());
        Assert.Equal(ColumnChoice.Default, ColumnChoice.Parse(""));
        Assert.Equal(new ColumnChoice([], IsCompact: true), ColumnChoice.Parse("compact;"));
    }

    [Theory]
    [InlineData("time,time,name:9999,nothing here,from:abc,payload.x:120", "time,name:900,from,payload.x:120")]
    [InlineData("time:1", "time:44")]
    public void Pieces_ThatAreUnknown_AreLeftOut(string text, string written) => Assert.Equal(written, ColumnChoice.Parse(text).Format());
}
