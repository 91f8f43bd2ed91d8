using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>The errors of a record in words, on one line and safe to look at.</summary>
public static class ErrorText
{
    private const int CodeLength = 12;
    private const int MaxText = 300;

    /// <summary>The code of a refused command as an attribute holds it; empty where the record gives none.</summary>
    public static string Code(CallEvent callEvent) => callEvent.Errors.Select(error => error.Code).FirstOrDefault(code => code is not null) is { } code ? VisibleText.Line(code, CodeLength) : "";

    /// <summary><c>refused · 90018</c>, with a plus sign where there are more errors; <c>refused</c> without a code.</summary>
    public static string Refused(CallEvent callEvent) => Refused(Code(callEvent), callEvent.Errors.Count);

    public static string Refused(string code, int errors = 1) => code.Length == 0 ? "refused" : $"refused · {code}{(errors > 1 ? "+" : null)}";

    /// <summary>The words of an error: its title, else its detail; null where it is only a code.</summary>
    public static string? Words(CallEventError error) => (error.Title ?? error.Detail) is { } words ? VisibleText.Line(words, MaxText) : null;

    /// <summary>The detail that the title of an error leaves out; null where there is none.</summary>
    public static string? Detail(CallEventError error) => error is { Title: not null, Detail: { } detail } && detail != error.Title ? VisibleText.Line(detail, MaxText) : null;
}
