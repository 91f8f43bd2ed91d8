namespace CallEventsDashboard.Operations;

/// <summary>
/// A read-only root has no place for temporary files, and the framework writes each key of the key ring as one before it moves it into the ring.
/// </summary>
internal static class TemporaryFolder
{
    private const string Variable = "TMPDIR";

    /// <summary>Where the usual folder takes no file, the key ring's own does: it is the one place that must be writable.</summary>
    public static void Settle(string? ring)
    {
        if (!OperatingSystem.IsWindows() && !IsWritable(Path.GetTempPath()) && ring is not null)
            Environment.SetEnvironmentVariable(Variable, ring);
    }

    private static bool IsWritable(string folder)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
