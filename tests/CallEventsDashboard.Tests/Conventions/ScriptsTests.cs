using System.Text.RegularExpressions;

namespace CallEventsDashboard.Conventions;

/// <summary>Scripts are named by texts, which no compiler checks.</summary>
public sealed partial class ScriptsTests
{
    private static readonly string App = Path.Combine(Repository.Root, "src", "CallEventsDashboard");

    private static readonly List<(string User, string Script)> Uses = [.. Sources().SelectMany(UsesIn)];

    [Fact]
    public void Scripts_ThatAreNamed_Exist() => AssertNone(
        from use in Uses
        where !File.Exists(use.Script)
        select $"{Name(use.User)} names {Name(use.Script)}, which is not there.");

    [Fact]
    public void Scripts_ThatExist_AreNamed()
    {
        var named = Uses.Select(use => use.Script).ToHashSet(StringComparer.Ordinal);

        AssertNone(
            from script in Sources().Where(file => file.EndsWith(".js", StringComparison.Ordinal))
            where !named.Contains(script)
            select $"Nothing uses {Name(script)}.");
    }

    [Fact]
    public void Scripts_AreUsed_WhereTheirFolderMayBeUsed() => AssertNone(
        from use in Uses
        where Name(use.User).StartsWith("Components", StringComparison.Ordinal)
        let folder = Folder(use.User)
        let used = Folder(use.Script)
        where used != folder && !DirectionTests.WithinMayUse[folder].Contains(used)
        select $"{Name(use.User)} uses {Name(use.Script)}, but {folder} may not use {used}.");

    [Fact]
    public void Scripts_BesideAComponent_HaveItsName() => AssertNone(
        from script in Sources()
        where script.EndsWith(".razor.js", StringComparison.Ordinal) && !File.Exists(script[..^3])
        select $"{Name(script)} stands beside no component.");

    private static IEnumerable<string> Sources() =>
        from pattern in new[] { "*.cs", "*.razor", "*.js" }
        from file in Directory.EnumerateFiles(App, pattern, SearchOption.AllDirectories)
        where Name(file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
        select file;

    private static IEnumerable<(string User, string Script)> UsesIn(string file) =>
        from Match match in (file.EndsWith(".js", StringComparison.Ordinal) ? Import() : ModulePath()).Matches(File.ReadAllText(file))
        let path = match.Groups["path"].Value
        select (file, Path.GetFullPath(Path.Combine(file.EndsWith(".js", StringComparison.Ordinal) ? Path.GetDirectoryName(file)! : App, path)));

    // Many scripts of one folder stand in one of their own.
    private static string Folder(string file)
    {
        var folder = Path.GetDirectoryName(Name(file))!.Replace(Path.DirectorySeparatorChar, '.');
        return folder.EndsWith(".Scripts", StringComparison.Ordinal) ? folder[..^".Scripts".Length] : folder;
    }

    private static string Name(string file) => Path.GetRelativePath(App, file);

    private static void AssertNone(IEnumerable<string> offences)
    {
        var all = string.Join('\n', offences.Distinct().Order());
        Assert.True(all.Length == 0, all);
    }

    [GeneratedRegex(@"(from|import) '(?<path>\.[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();

    [GeneratedRegex(@"""(\./)?(?<path>Components/[^""…]+\.js)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModulePath();
}
