using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Conventions;

/// <summary>What makes a component hard to use or to read.</summary>
public sealed class ComponentsTests
{
    private const int MostParameters = 8;
    private const int LongestLine = 120;

    [Fact]
    public void Components_HaveFewParameters() => AssertNone(
        from type in Assembly.Load("CallEventsDashboard").GetTypes()
        where typeof(IComponent).IsAssignableFrom(type)
        let count = type.GetProperties().Count(property => property.IsDefined(typeof(ParameterAttribute)))
        where count > MostParameters
        select $"{type.Name} has {count} parameters: give it the state that it shows.");

    [Fact]
    public void Markup_FitsTheScreen() => AssertNone(
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CallEventsDashboard"), "*.razor", SearchOption.AllDirectories)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > LongestLine
        select $"{Path.GetFileName(file)}, line {line.Number} has {line.Text.Length} characters: name what it computes, or break it between attributes.");

    // Under the pointer they say the instant in UTC and its age.
    [Fact]
    public void Times_AreWrittenByOneComponent() => AssertNone(
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CallEventsDashboard"), "*.razor", SearchOption.AllDirectories)
        where Path.GetFileName(file) != "TimeText.razor"
        from line in File.ReadLines(file)
        where line.Contains("<time ", StringComparison.Ordinal) && !line.Contains("data-about", StringComparison.Ordinal) && !file.Contains("Neighbours", StringComparison.Ordinal)
        select $"{Path.GetFileName(file)} writes a time by itself: {line.Trim()} Use TimeText.");

    private static void AssertNone(IEnumerable<string> offences)
    {
        var all = string.Join('\n', offences.Order());
        Assert.True(all.Length == 0, all);
    }
}
