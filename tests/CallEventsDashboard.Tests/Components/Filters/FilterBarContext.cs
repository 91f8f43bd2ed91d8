using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Queries;
using MudBlazor;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The bar as a page holds it: what it asks for becomes its query.</summary>
public abstract class FilterBarContext : DashboardContext
{
    protected List<QueryChange> Changes { get; } = [];

    protected IRenderedComponent<FilterBar> RenderBar(CallEventQuery query, params (string Filter, string AppliedBy)[] appliedBy)
    {
        IRenderedComponent<FilterBar>? bar = null;
        return bar = Render<FilterBar>(parameters => parameters
            .Add(it => it.Query, query)
            .Add(it => it.AppliedBy, appliedBy.ToDictionary(StringComparer.Ordinal))
            .Add(it => it.OnChange, change =>
            {
                Changes.Add(change);
                bar?.Render(again => again.Add(it => it.Query, change.Query));
            }));
    }

    protected IRenderedComponent<FilterBar> OpenForm(CallEventQuery query)
    {
        var bar = RenderBar(query);
        Button(bar, "+ Filter").Click();
        return bar;
    }

    /// <summary>The field that a label names.</summary>
    protected static IElement Field(IRenderedComponent<FilterBar> bar, string label) =>
        bar.Find("#" + bar.FindAll("label").Single(element => element.TextContent.Trim() == label).GetAttribute("for")!.Replace(".", "\\.", StringComparison.Ordinal));

    protected static IElement Button(IRenderedComponent<FilterBar> bar, string name) =>
        bar.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name);

    protected static Task ChooseAsync(IRenderedComponent<FilterBar> bar, string label, string value)
    {
        var id = Field(bar, label).Id;
        var select = bar.FindComponents<MudSelect<string>>().Single(component => component.Find("input").Id == id);
        return bar.InvokeAsync(() => select.Instance.ValueChanged.InvokeAsync(value));
    }

    protected static string? ErrorBeside(IRenderedComponent<FilterBar> bar, string label) =>
        bar.FindAll($"#{Field(bar, label).Id}-error").SingleOrDefault()?.TextContent.Trim();
}
