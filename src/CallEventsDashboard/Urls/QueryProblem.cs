using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

public enum QueryProblemKind
{
    /// <summary>No parameter has this name.</summary>
    Unknown,

    /// <summary>The value can't be read.</summary>
    Malformed,

    /// <summary>The parameter was there before, in this spelling or in the API's.</summary>
    Repeated,

    /// <summary>An earlier parameter excludes it.</summary>
    Contradictory,

    /// <summary>It was damaged on its way here, and read as it must have been.</summary>
    Corrected,
}

/// <summary>One part of a link that could not be used, or not as it was written.</summary>
/// <param name="Parameter">Its name as the link wrote it, made safe to show and cut to 60 characters.</param>
/// <param name="Value">Its value, likewise; empty for a parameter that is unknown or may hold a secret.</param>
/// <param name="Message">A sentence for people that names the part and the way out.</param>
public sealed record QueryProblem(QueryProblemKind Kind, string Parameter, string Value, string Message)
{
    private const int MaxShown = 60;

    public static QueryProblem Unknown(string parameter, string? suggestion) => Of(
        QueryProblemKind.Unknown, parameter, "", name => $"“{name}” is not a part of these links and was left out{(suggestion is null ? "." : $"; did you mean “{suggestion}”?")}");

    public static QueryProblem Malformed(string parameter, string value, string wayOut) => Of(
        QueryProblemKind.Malformed, parameter, value, name => $"“{name}” was left out because it can't be read. {wayOut}");

    public static QueryProblem Repeated(string parameter, string value) => Of(
        QueryProblemKind.Repeated, parameter, value, name => $"“{name}” was given more than once; only the first was used. Remove the others.");

    public static QueryProblem Contradictory(string parameter, string value, string reason) => Of(
        QueryProblemKind.Contradictory, parameter, value, name => $"“{name}” was left out: {reason}");

    /// <param name="parameter">What of the link was damaged.</param>
    /// <param name="correction">What was done about it, as a sentence.</param>
    public static QueryProblem Corrected(string parameter, string correction) => Of(QueryProblemKind.Corrected, parameter, "", _ => correction);

    private static QueryProblem Of(QueryProblemKind kind, string parameter, string value, Func<string, string> message)
    {
        var name = PlainText.Show(parameter, MaxShown);
        return new(kind, name, PlainText.Show(value, MaxShown), message(name));
    }
}
