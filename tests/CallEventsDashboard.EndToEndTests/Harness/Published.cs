namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>What <c>tests/run</c> published, and where failures leave their screenshots.</summary>
internal static class Published
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string App { get; } = Find("app", "CallEventsDashboard.dll");

    public static string Sandbox { get; } = Find("sandbox", "CallEventsDashboard.Sandbox.dll");

    public static string Screenshots { get; } = Path.Combine(Root, "tests", "artifacts", "screenshots");

    private static string Find(string folder, string assembly)
    {
        var path = Path.Combine(Root, "tests", "artifacts", folder, assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: tests/run publishes it.");
    }

    private static string FindRoot(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "CallEventsDashboard.sln")))
                return candidate.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {folder} holds CallEventsDashboard.sln.");
    }
}
