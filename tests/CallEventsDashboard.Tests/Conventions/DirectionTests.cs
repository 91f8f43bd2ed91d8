using System.Reflection;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Conventions;

/// <summary>Each stage knows only the stages to its right: url, query, feed, client. So do the folders within a stage.</summary>
public sealed class DirectionTests
{
    private const string Product = "CallEventsDashboard";

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Urls"] = ["Queries", "Formatting", "Telnyx"],
        ["Queries"] = ["Formatting", "Telnyx"],
        ["Feeds"] = ["Queries", "Telnyx", "Operations", "Configuration"],
        ["Decoding"] = ["Formatting", "Telnyx"],
        ["Sessions"] = ["Formatting", "Telnyx"],
        ["Formatting"] = ["Telnyx"],
        ["Privacy"] = ["Telnyx", "Decoding", "Authentication", "Configuration"],
        ["Browser"] = ["Formatting"],
        ["ApiKeys"] = ["Browser", "Telnyx", "Sandbox", "Authentication", "Configuration", "Operations"],
        ["SavedViews"] = ["Queries", "Browser", "ApiKeys", "Telnyx", "Authentication", "Operations"],
        ["Neighbours"] = ["Feeds", "ApiKeys", "Telnyx", "Configuration", "Operations"],
        ["Authentication"] = ["Configuration", "Operations"],
        ["Configuration"] = ["Telnyx"],
        ["Auditing"] = ["Authentication", "Configuration", "Operations"],
        ["Operations"] = ["Configuration"],
        ["Exports"] = ["Queries", "Feeds", "Decoding", "Formatting", "Privacy", "Authentication", "Operations", "Telnyx"],
        ["Evidence"] = ["Urls", "Queries", "Feeds", "Sessions", "Formatting", "Telnyx"],
        ["Components"] = ["Urls", "Queries", "Feeds", "Neighbours", "Exports", "Evidence", "Decoding", "Formatting", "Sessions", "Privacy", "Browser", "ApiKeys", "SavedViews", "Auditing", "Authentication", "Configuration", "Operations", "Sandbox", "Telnyx"],
        // What surrounds the pages: it pins their styles and has a page of its own to show.
        ["WebSecurity"] = ["Components", "Auditing", "Authentication", "Configuration", "Operations", "Telnyx"],
    };

    /// <summary>The folders within one of those above.</summary>
    internal static readonly Dictionary<string, string[]> WithinMayUse = new(StringComparer.Ordinal)
    {
        ["Feeds"] = ["Feeds.Insights", "Feeds.Snapshots", "Feeds.Live", "Feeds.Volume", "Feeds.Scanning", "Feeds.Indexing", "Feeds.Counting", "Feeds.Requests"],
        ["Feeds.Insights"] = ["Feeds.Snapshots", "Feeds.Indexing", "Feeds.Counting", "Feeds.Requests"],
        ["Feeds.Snapshots"] = ["Feeds.Live", "Feeds.Volume", "Feeds.Scanning", "Feeds.Indexing", "Feeds.Counting", "Feeds.Requests"],
        ["Feeds.Scanning"] = ["Feeds.Indexing", "Feeds.Requests"],
        ["Feeds.Indexing"] = ["Feeds.Requests"],
        ["Feeds.Counting"] = ["Feeds.Requests"],
        ["Feeds.Live"] = ["Feeds.Indexing", "Feeds.Requests"],
        ["Feeds.Volume"] = ["Feeds.Counting", "Feeds.Indexing", "Feeds.Requests"],
        ["Feeds.Requests"] = [],
        ["Sessions"] = [],
        ["Sessions.Comparison"] = ["Sessions"],
        ["Components"] = ["Components.Pages", "Components.Lists", "Components.Layout", "Components.Layout.Notices", "Components.Shared"],
        ["Components.Compare"] = ["Components.Sessions", "Components.Sessions.Summary", "Components.Events", "Components.Events.Detail", "Components.Shared"],
        ["Components.Pages"] =
        [
            "Components.Compare", "Components.Neighbours", "Components.Sessions", "Components.Sessions.Content", "Components.Sessions.List", "Components.Events", "Components.Events.Detail", "Components.Filters", "Components.Values",
            "Components.Insights", "Components.Requests", "Components.Volume", "Components.Exports", "Components.Evidence", "Components.SavedViews", "Components.Lists", "Components.Status", "Components.Keys", "Components.Layout", "Components.Shared",
        ],
        ["Components.Sessions.Content"] =
        [
            "Components.Neighbours", "Components.Sessions", "Components.Sessions.Summary", "Components.Sessions.Timeline", "Components.Sessions.Events", "Components.Sessions.Views",
            "Components.Events.Detail", "Components.Lists", "Components.Shared",
        ],
        ["Components.Neighbours"] = ["Components.Sessions", "Components.Events.Detail", "Components.Shared"],
        ["Components.Sessions.Events"] = ["Components.Sessions", "Components.Events", "Components.Lists", "Components.Shared"],
        ["Components.Sessions.Summary"] = ["Components.Sessions", "Components.Shared"],
        ["Components.Sessions.Views"] = ["Components.Sessions", "Components.Shared"],
        ["Components.Sessions.Timeline"] = ["Components.Events", "Components.Shared"],
        ["Components.Sessions.List"] = ["Components.Lists", "Components.Status", "Components.Shared"],
        ["Components.Sessions"] = ["Components.Events", "Components.Shared"],
        ["Components.Events.Detail"] = ["Components.Events", "Components.Shared"],
        ["Components.Events"] = ["Components.Lists", "Components.Status", "Components.Shared"],
        ["Components.Values"] = ["Components.Filters", "Components.Shared"],
        ["Components.Insights"] = ["Components.Status", "Components.Shared"],
        ["Components.Filters"] = ["Components.Status", "Components.Shared"],
        ["Components.Exports"] = ["Components.Shared"],
        ["Components.Evidence"] = ["Components.Shared"],
        ["Components.Requests"] = ["Components.Status", "Components.Shared"],
        ["Components.Lists"] = ["Components.Status", "Components.Requests", "Components.SavedViews", "Components.Keys", "Components.Layout", "Components.Shared"],
        ["Components.Status"] = ["Components.Shared"],
        ["Components.Volume"] = ["Components.Shared"],
        ["Components.Keys"] = ["Components.Requests", "Components.Status", "Components.Shared"],
        ["Components.Keyboard"] = ["Components.SavedViews", "Components.Shared"],
        ["Components.SavedViews"] = ["Components.Shared"],
        ["Components.Layout"] = ["Components.Layout.Notices", "Components.Keyboard", "Components.SavedViews", "Components.Shared"],
        ["Components.Layout.Notices"] = ["Components.Shared"],
        ["Components.Shared"] = [],
    };

    private static Assembly Web { get; } = Assembly.Load(Product);

    private static Assembly Sandbox { get; } = Assembly.Load($"{Product}.Sandbox");

    private static Assembly Telnyx { get; } = typeof(CallEvent).Assembly;

    [Fact]
    public void Namespaces_UseOnlyWhatLiesToTheirRight()
    {
        var offences =
            from type in Web.GetTypes()
            let folder = Folder(type)
            where folder.Length > 0
            from used in TypeReferences.Of(type)
            let usedFolder = Folder(used)
            where usedFolder.Length > 0 && usedFolder != folder && !Allows(folder, usedFolder)
            select $"{Outermost(type)} ({folder}) uses {Outermost(used)}, but {folder} may use only: {Allowed(folder, usedFolder)}.";

        AssertNone(offences);
    }

    [Fact]
    public void Tables_LeadNowhereBackToWhereTheyBegin() => AssertNone(
        from table in new[] { MayUse, WithinMayUse }
        from folder in table.Keys
        where Reached(table, folder).Contains(folder)
        select $"{folder} may use what may use {folder}.");

    [Fact]
    public void Tables_NameOnlyFoldersThatAre()
    {
        var folders = Web.GetTypes().Select(Folder).ToHashSet(StringComparer.Ordinal);

        AssertNone(
            from folder in WithinMayUse.SelectMany(line => line.Value.Append(line.Key))
            where !folders.Contains(folder)
            select $"There is no {folder}.");
    }

    [Fact]
    public void Telnyx_ReferencesNoWebFramework() =>
        AssertNone(References(Telnyx, "Microsoft.AspNetCore", "MudBlazor", $"{Product}.Sandbox", Product));

    [Fact]
    public void Sandbox_DoesNotReferenceTheClient() => AssertNone(References(Sandbox, $"{Product}.Telnyx", "MudBlazor"));

    [Fact]
    public void Names_SayWhatAThingIs()
    {
        string[] empty = ["Utils", "Helpers", "Services", "Managers", "Models", "Common"];
        var namespaces = new[] { Web, Sandbox, Telnyx }.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Namespace ?? "");
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace(Path.DirectorySeparatorChar, '.'))
            .Where(folder => !folder.Contains(".obj", StringComparison.Ordinal) && !folder.Contains(".bin", StringComparison.Ordinal));

        AssertNone(
            from name in namespaces.Concat(folders)
            where name.StartsWith(Product, StringComparison.Ordinal) || name.StartsWith("src.", StringComparison.Ordinal)
            where name.Split('.').Any(part => empty.Contains(part, StringComparer.OrdinalIgnoreCase))
            select $"{name} has a name that says nothing of what is in it.");
    }

    /// <summary>The namespace of a type below that of the product; empty for a type of the product's own namespace or of none of its.</summary>
    private static string Folder(Type type)
    {
        var name = type.Namespace ?? "";
        return name.StartsWith($"{Product}.", StringComparison.Ordinal) ? name[(Product.Length + 1)..] : "";
    }

    private static string Area(string folder) => folder.Split('.')[0];

    private static (Dictionary<string, string[]> Table, string From, string To) Line(string folder, string used) =>
        Area(folder) == Area(used) ? (WithinMayUse, folder, used) : (MayUse, Area(folder), Area(used));

    private static bool Allows(string folder, string used)
    {
        var (table, from, to) = Line(folder, used);
        return table.TryGetValue(from, out var allowed) && allowed.Contains(to);
    }

    private static string Allowed(string folder, string used)
    {
        var (table, from, _) = Line(folder, used);
        return table.TryGetValue(from, out var allowed) ? string.Join(", ", allowed.DefaultIfEmpty("nothing")) : "nothing, as this test has no line for it";
    }

    private static HashSet<string> Reached(Dictionary<string, string[]> table, string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(table[folder]);
        while (next.TryPop(out var one))
        {
            if (!reached.Add(one) || !table.TryGetValue(one, out var further))
                continue;
            foreach (var used in further)
                next.Push(used);
        }

        return reached;
    }

    private static string Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName ?? type.Name;

    private static IEnumerable<string> References(Assembly assembly, params string[] forbidden) =>
        from reference in assembly.GetReferencedAssemblies()
        where forbidden.Any(name => reference.Name == name || (reference.Name ?? "").StartsWith($"{name}.", StringComparison.Ordinal) && name != Product)
        select $"{assembly.GetName().Name} references {reference.Name}.";

    private static void AssertNone(IEnumerable<string> offences)
    {
        var all = string.Join('\n', offences.Distinct().Order());
        Assert.True(all.Length == 0, all);
    }
}
