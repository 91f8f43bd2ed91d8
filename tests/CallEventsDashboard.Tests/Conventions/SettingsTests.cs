using System.Text.RegularExpressions;

namespace CallEventsDashboard.Conventions;

/// <summary>Settings are read in one place, where they are validated: a key that is read elsewhere can be wrong without a word.</summary>
public sealed partial class SettingsTests
{
    [Fact]
    public void Configuration_IsReadThroughOptionsAlone()
    {
        var web = Path.Combine(Repository.Root, "src", "CallEventsDashboard");
        var offences =
            from file in Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            let name = Path.GetRelativePath(web, file).Replace(Path.DirectorySeparatorChar, '/')
            where !name.StartsWith("Configuration/", StringComparison.Ordinal) && !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where Reading().IsMatch(line)
            select $"{name}: {line.Trim()}";

        Assert.Empty(offences);
    }

    [GeneratedRegex(@"[Cc]onfiguration\??\[|\.GetValue<|GetEnvironmentVariable", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reading();
}
