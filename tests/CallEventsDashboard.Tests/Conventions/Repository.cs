namespace CallEventsDashboard.Conventions;

/// <summary>The folder of the sources, found from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "CallEventsDashboard.sln")))
                return candidate.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {folder} holds CallEventsDashboard.sln.");
    }
}
