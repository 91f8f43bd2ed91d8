using System.Diagnostics;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The published app as a foreign user without capabilities, in a view of the file system that a test prepares.</summary>
internal static class ConfinedProcess
{
    public const int UserId = 4711;

    /// <param name="prepare">Shell commands that root runs in the view before the app starts there; <c>$1</c> is the path of the app.</param>
    public static Task<ServerProcess> StartAsync(string prepare, IReadOnlyDictionary<string, string> environment)
    {
        var script =
            $"""
            set -e
            {prepare}
            chown {UserId}:{UserId} "$DataProtection__KeyRing"
            exec setpriv --reuid {UserId} --regid {UserId} --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all dotnet "$@"
            """;
        return ServerProcess.StartAsync(
            ["--mount", "--propagation", "private", "sh", "-c", script, "sh", Published.App, "--urls", "http://127.0.0.1:0"], environment, "/", "unshare");
    }

    /// <summary>Why this machine can't confine a process; null when it can.</summary>
    public static async Task<string?> HindranceAsync()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "only root on Linux can take the rights of a process away in this manner";
        using var trial = Process.Start(new ProcessStartInfo(
            "sh", ["-c", $"unshare --mount --propagation private sh -c 'mount -t tmpfs tmpfs /mnt && setpriv --reuid {UserId} --clear-groups test -r {Published.App}'"])
        { UseShellExecute = false, RedirectStandardError = true });
        await trial!.WaitForExitAsync();
        return trial.ExitCode == 0 ? null : $"unshare, mount or setpriv is not allowed here: {await trial.StandardError.ReadToEndAsync()}";
    }
}
