using System.Globalization;
using System.Text.Json;

namespace CallEventsDashboard.Sandbox;

/// <summary>Calls that are asked for on the command line: <c>transferred</c>, <c>failed-transfer=3</c>.</summary>
internal static class ScenarioArgument
{
    private static readonly CallScenario[] Scenarios = Enum.GetValues<CallScenario>();

    public static IReadOnlyList<string> Names { get; } = [.. Scenarios.Select(scenario => JsonNamingPolicy.KebabCaseLower.ConvertName(scenario.ToString()))];

    public static bool TryParse(string argument, out (CallScenario Scenario, int Count) asked)
    {
        var parts = argument.Split('=', 2);
        var at = Names.ToList().IndexOf(parts[0]);
        var count = 1;
        var isRead = at >= 0 && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out count));
        asked = isRead ? (Scenarios[at], count) : default;
        return isRead;
    }

    /// <summary>Scenarios that are asked for several times are added up.</summary>
    public static IReadOnlyDictionary<CallScenario, int> Read(IEnumerable<string> arguments) => arguments
        .Select(argument => TryParse(argument, out var asked) ? asked : throw new FormatException(argument))
        .GroupBy(asked => asked.Scenario)
        .ToDictionary(group => group.Key, group => group.Sum(asked => asked.Count));
}
