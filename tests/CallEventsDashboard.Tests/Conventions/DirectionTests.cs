using System.Reflection;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Conventions;

/// <summary>Each stage knows only the stages to its right: url, query, feed, client.</summary>
public sealed class DirectionTests
{
    private const string Product = "CallEventsDashboard";

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Urls"] = ["Queries", "Telnyx"],
        ["Queries"] = ["Telnyx"],
        ["Feeds"] = ["Queries", "Telnyx", "Operations", "Configuration"],
        ["Decoding"] = ["Telnyx"],
        ["Sessions"] = ["Telnyx"],
        ["Privacy"] = ["Telnyx", "Decoding", "Configuration"],
        ["ApiKeys"] = ["Telnyx", "Sandbox", "Authentication", "Configuration", "Operations"],
        ["Authentication"] = ["Configuration", "Operations"],
        ["Configuration"] = ["Telnyx"],
        ["Auditing"] = ["Authentication"],
        ["Operations"] = ["Configuration"],
        ["Components"] = ["Urls", "Queries", "Feeds", "Decoding", "Sessions", "Privacy", "ApiKeys", "Auditing", "Authentication", "Configuration", "Operations", "Sandbox", "Telnyx"],
        // What surrounds the pages: it pins their styles and has a page of its own to show.
        ["WebSurface"] = ["Components", "Authentication", "Configuration"],
    };

    private static Assembly Web { get; } = Assembly.Load(Product);

    private static Assembly Sandbox { get; } = Assembly.Load($"{Product}.Sandbox");

    private static Assembly Telnyx { get; } = typeof(CallEvent).Assembly;

    [Fact]
    public void Namespaces_UseOnlyWhatLiesToTheirRight()
    {
        var offences =
            from type in Web.GetTypes()
            let area = Area(type)
            where area.Length > 0
            from used in TypeReferences.Of(type)
            let usedArea = Area(used)
            where usedArea.Length > 0 && usedArea != area && !(MayUse.TryGetValue(area, out var allowed) && allowed.Contains(usedArea))
            select $"{Outermost(type)} ({area}) uses {Outermost(used)}, but {area} may use only: {Allowed(area)}.";

        AssertNone(offences);
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

    private static string Area(Type type)
    {
        var name = type.Namespace ?? "";
        return name.StartsWith($"{Product}.", StringComparison.Ordinal) ? name.Split('.')[1] : "";
    }

    private static string Allowed(string area) =>
        MayUse.TryGetValue(area, out var allowed) ? string.Join(", ", allowed) : $"nothing, as {nameof(MayUse)} of this test has no line for it";

    private static string Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName ?? type.Name;

    private static IEnumerable<string> References(Assembly assembly, params string[] forbidden) =>
        from reference in assembly.GetReferencedAssemblies()
        where forbidden.Any(name => reference.Name == name || (reference.Name ?? "").StartsWith($"{name}.", StringComparison.Ordinal) && name != Product)
        select $"{assembly.GetName().Name} references {reference.Name}.";

    private static void AssertNone(IEnumerable<string> offences) => Assert.Equal("", string.Join('\n', offences.Distinct().Order()));
}
