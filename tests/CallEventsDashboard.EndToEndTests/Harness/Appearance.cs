using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The looks in which pages are tested, and the rules that hold in each.</summary>
public static class Appearance
{
    /// <summary>Both widths and both themes. Colours do not depend on the width: the product of the two proves nothing more.</summary>
    public static TheoryData<int, ColorScheme> Looks => new() { { 1440, ColorScheme.Light }, { 1440, ColorScheme.Dark }, { 390, ColorScheme.Dark } };

    /// <summary>Fails for serious faults of accessibility, and for a page that is wider than the screen.</summary>
    /// <param name="place">The page, for the message.</param>
    public static async Task AssertFitsAsync(Visitor visitor, string place)
    {
        var result = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var violations = result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{place}: {violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(node => node.Html))}")
            .ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));

        var overflow = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{place} is {overflow} px wider than the screen");
    }
}
