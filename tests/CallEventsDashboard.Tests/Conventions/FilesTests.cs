using System.Text.RegularExpressions;

namespace CallEventsDashboard.Conventions;

public sealed partial class FilesTests
{
    private const int MostLines = 220;

    [Fact]
    public void Files_OfTheProduct_CanBeReadInOneGo() => AssertNone(
        from file in ProductFiles("*.cs").Concat(ProductFiles("*.razor"))
        where File.ReadLines(file).Count() > MostLines
        select $"{Path.GetFileName(file)} has more than {MostLines} lines: give a job of it a class of its own.");

    [Fact]
    public void Files_OfTheProduct_HaveTheNameOfTheirOnlyType() => AssertNone(
        from file in ProductFiles("*.cs")
        let name = Path.GetFileName(file).Split('.')[0]
        where name != "Program"
        let types = File.ReadLines(file).Select(line => Declaration().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToList()
        where types is not [var only] || only != name
        select $"{Path.GetFileName(file)} has {string.Join(", ", types.DefaultIfEmpty("no type"))}.");

    // A part of a class is for what a generator writes: a regular expression, a log message, the markup of a component.
    [Fact]
    public void Classes_OfTheProduct_AreInOneFile() => AssertNone(
        from file in ProductFiles("*.cs")
        where File.ReadLines(file).Any(line => line.Contains(" partial class ", StringComparison.Ordinal))
        where !file.EndsWith(".razor.cs", StringComparison.Ordinal)
        where !File.ReadLines(file).Any(line => line.Contains("[GeneratedRegex", StringComparison.Ordinal) || line.Contains("[LoggerMessage", StringComparison.Ordinal) || line.Contains("JsonSerializable", StringComparison.Ordinal))
        select $"{Path.GetFileName(file)} has a part of a class: give a job of it a class of its own.");

    private static IEnumerable<string> ProductFiles(string pattern) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories)
        let folders = Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)
        where !folders.Contains("obj") && !folders.Contains("bin")
        select file;

    private static void AssertNone(IEnumerable<string> offences)
    {
        var all = string.Join('\n', offences.Order());
        Assert.True(all.Length == 0, all);
    }

    [GeneratedRegex(@"^(public |internal |file |sealed |static |abstract |partial |readonly )*(class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
