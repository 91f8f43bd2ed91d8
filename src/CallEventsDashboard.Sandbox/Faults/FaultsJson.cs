using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallEventsDashboard.Sandbox.Faults;

/// <summary><see cref="SandboxFaults"/> as JSON. An unknown field is an error: a misspelt fault would otherwise pass for a healthy service.</summary>
internal static class FaultsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
    };

    private static readonly HashSet<string> Known =
        [.. typeof(SandboxFaults).GetProperties().Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    public static byte[] Write(SandboxFaults faults) => JsonSerializer.SerializeToUtf8Bytes(faults, Options);

    /// <returns>The faults, or what is wrong with the text.</returns>
    public static (SandboxFaults? Faults, string? Problem) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, "An object is expected.");
            var unknown = document.RootElement.EnumerateObject().Select(field => field.Name).Where(name => !Known.Contains(name)).ToList();
            return unknown.Count > 0
                ? (null, $"Unknown fields: {string.Join(", ", unknown)}. Known: {string.Join(", ", Known)}.")
                : Checked(document.RootElement.Deserialize<SandboxFaults>(Options)!);
        }
        catch (JsonException exception)
        {
            return (null, exception.Message);
        }
    }

    private static (SandboxFaults? Faults, string? Problem) Checked(SandboxFaults faults)
    {
        int?[] numbers = [faults.LatencyMs, faults.Times, faults.RateLimitRemaining, faults.TotalsDrift, faults.LateRows, faults.NewRows, faults.ExpireRows];
        return numbers.Any(number => number < 0) ? (null, "No number may be negative.")
            : faults.Status is < 200 or > 599 ? (null, "status must be from 200 to 599.")
            : (faults, null);
    }
}
