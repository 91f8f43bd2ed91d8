using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Urls;

/// <summary>One part of a link that could not be used, or not as it was written.</summary>
/// <param name="Parameter">Its name as the link wrote it, made safe to show and cut to 60 characters.</param>
/// <param name="Value">Its value, likewise; empty for a parameter that is unknown or may hold a secret.</param>
/// <param name="Message">A sentence for people that names the part and the way out.</param>
public sealed record QueryProblem(QueryProblemKind Kind, string Parameter, string Value, string Message)
{
    private const int MaxShown = 60;

    public static QueryProblem Unknown(string parameter, string? suggestion) => Create(
        QueryProblemKind.Unknown, parameter, "", name => $"“{name}” is not a part of these links and was left out{(suggestion is null ? "." : $"; did you mean “{suggestion}”?")}");

    public static QueryProblem Malformed(string parameter, string value, string wayOut) => Create(
        QueryProblemKind.Malformed, parameter, value, name => $"“{name}” was left out because it can't be read. {wayOut}");

    /// <param name="value">The value of the list that was left out.</param>
    public static QueryProblem PartlyUsed(string parameter, string value, string wayOut) => Create(
        QueryProblemKind.Malformed, parameter, value, name => $"“{name}” was used without one of its values. {wayOut}");

    public static QueryProblem NothingToExclude(string parameter, string? suggestion) => Create(
        QueryProblemKind.Unknown, parameter, "", name => $"“{name}” was left out, because no filter has this name{(suggestion is null ? ". Write not. before the name of a filter, such as not.name." : $"; did you mean “{suggestion}”?")}");

    public static QueryProblem Repeated(string parameter, string value) => Create(
        QueryProblemKind.Repeated, parameter, value, name => $"“{name}” was given more than once; only the first was used. Remove the others.");

    public static QueryProblem Contradictory(string parameter, string value, string reason) => Create(
        QueryProblemKind.Contradictory, parameter, value, name => $"“{name}” was left out: {reason}");

    /// <param name="parameter">What of the link was damaged.</param>
    /// <param name="correction">What was done about it, as a sentence.</param>
    public static QueryProblem Corrected(string parameter, string correction) => Create(QueryProblemKind.Corrected, parameter, "", _ => correction);

    private static QueryProblem Create(QueryProblemKind kind, string parameter, string value, Func<string, string> message)
    {
        var name = VisibleText.Line(parameter, MaxShown);
        return new(kind, name, VisibleText.Line(value, MaxShown), message(name));
    }
}
