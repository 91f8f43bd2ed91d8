using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Connections;

namespace CallEventsDashboard.Configuration;

/// <summary>Starts the app, or says on the error stream what keeps it from starting: a line for each thing that is to be put right, and no stack.</summary>
internal static class AppStart
{
    /// <summary>The exit code of an app that did not start.</summary>
    public const int Failed = 2;

    /// <returns>The builder with settings that were found to be right; null when something was said.</returns>
    public static WebApplicationBuilder? CreateBuilder(string[] args)
    {
        try
        {
            // Published, the static files and settings lie beside the program, from wherever it is started.
            var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published });
            if (SecretOptions.Read(builder.Configuration).FolderPath is { } secrets)
                builder.Configuration.AddKeyPerFile(secrets, optional: false);
            var problems = StartupChecks.Problems(builder.Configuration, builder.Environment);
            foreach (var problem in problems)
                Console.Error.WriteLine(problem);
            if (problems.Count > 0)
                return null;
            var log = new StartupLog();
            builder.Services.AddSingleton(log);
            builder.Logging.AddFilter(StartupLog.Category, log.Passes);
            return builder;
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(SettingsProblem(e));
            return null;
        }
    }

    /// <summary>Runs the app until it is stopped.</summary>
    /// <returns>The exit code: 0, or <see cref="Failed"/> when it did not start.</returns>
    public static async Task<int> RunAsync(WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or FormatException or CryptographicException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(ListeningProblem(e));
                return Failed;
            }

            app.Services.GetRequiredService<StartupLog>().HasStarted = true;
            await app.WaitForShutdownAsync();
            return 0;
        }
    }

    /// <summary>The problem with the files, variables or arguments that settings come from, in one line.</summary>
    public static string SettingsProblem(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is JsonException { LineNumber: { } line })
                return string.Create(CultureInfo.InvariantCulture, $"{e.Message.TrimEnd('.')}: line {line + 1} is not JSON. Correct it, or remove the file.");
        }

        return e is InvalidDataException
            ? LogText.Line($"{e.Message.TrimEnd('.')}: {e.InnerException?.Message} Correct it, or remove the file.")
            : LogText.Line($"The settings can't be read: {e.Message}");
    }

    /// <summary>Why the server does not listen, in one line.</summary>
    public static string ListeningProblem(Exception e) => e switch
    {
        { InnerException: AddressInUseException } => LogText.Line($"urls: {e.Message.TrimEnd('.')}. Stop the program that listens there, or choose another port with --urls."),
        SocketException => LogText.Line($"urls: the app can't listen there ({e.Message}). Use --urls to choose an address of this machine and a port that its user may use."),
        _ => LogText.Line($"The app can't start: {e.Message}"),
    };
}
