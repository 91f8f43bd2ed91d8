using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The looks in which pages are tested, and the rules that hold in each.</summary>
public static class Appearance
{
    /// <summary>Both widths and both themes. Colours do not depend on the width: the product of the two proves nothing more.</summary>
    public static TheoryData<int, ColorScheme> Looks => new() { { 1440, ColorScheme.Light }, { 1440, ColorScheme.Dark }, { 390, ColorScheme.Dark } };

    /// <summary>
    /// Fails for serious faults of accessibility, and for a page that is wider than the screen. In the dark, at full width, only colours are looked at:
    /// the elements are those of the light page.
    /// </summary>
    /// <param name="place">The page, for the message.</param>
    /// <param name="part">A selector of the part that is new since the page was last looked at; null for the whole page.</param>
    public static async Task AssertFitsAsync(Visitor visitor, string place, string? part = null)
    {
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        if (visitor is { Theme: ColorScheme.Dark, Width: > 390 })
            options.RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] };
        var result = part is null
            ? await visitor.Page.RunAxe(options)
            : await visitor.Page.RunAxe(new AxeRunContext { Include = [new AxeSelector(part)] }, options);
        var violations = result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{place}: {violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(node => node.Html))}")
            .ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));

        var overflow = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{place} is {overflow} px wider than the screen");
    }
}
