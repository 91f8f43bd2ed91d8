namespace CallEventsDashboard.Conventions;

public sealed class TopLevelTests
{
    [Fact]
    public void TopLevel_HoldsExactlyTheAgreedEntries()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.'))
            .Order(StringComparer.Ordinal);

        Assert.Equal(["CallEventsDashboard.sln", "Dockerfile", "README.md", "src", "tests", "wwwroot"], entries);
    }
}
