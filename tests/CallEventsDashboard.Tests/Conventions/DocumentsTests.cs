using System.Text.RegularExpressions;

namespace CallEventsDashboard.Conventions;

public sealed partial class DocumentsTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_InADocument_LeadsToAFileAndAHeadingThatExist(string document)
    {
        var path = Path.Combine(Repository.Root, document);
        var dead =
            from Match link in Link().Matches(File.ReadAllText(path))
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let parts = target.Split('#')
            let file = parts[0].Length > 0 ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, parts[0])) : path
            where !File.Exists(file) || (parts.Length > 1 && !Anchors(file).Contains(parts[1]))
            select target;

        Assert.Empty(dead);
    }

    [Fact]
    public void Architecture_OfTheFolders_NamesEachOfTheApp()
    {
        var architecture = File.ReadAllText(Path.Combine(Repository.Root, ".github", "ARCHITECTURE.md"));
        var app = Path.Combine(Repository.Root, "src", "CallEventsDashboard");
        var folders = new[] { app, Path.Combine(app, "Feeds"), Path.Combine(app, "Components") }.SelectMany(Directory.EnumerateDirectories)
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)))
            .Select(folder => Path.GetRelativePath(app, folder).Replace(Path.DirectorySeparatorChar, '/'));

        Assert.DoesNotContain(folders, folder => !architecture.Contains($"`{folder}", StringComparison.Ordinal) && !architecture.Contains($"`/{Path.GetFileName(folder)}`", StringComparison.Ordinal));
    }

    private static HashSet<string> Anchors(string file) =>
        [.. File.ReadLines(file).Where(line => line.StartsWith('#')).Select(line => NotOfAnAnchor().Replace(line.TrimStart('#', ' ').ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, 1000)]
    private static partial Regex NotOfAnAnchor();
}
