namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A folder of one test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-events-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
