using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Auditing;

/// <summary>The texts of an audit line. What comes from outside is one short word of plain characters, whatever it was before.</summary>
internal static class AuditText
{
    private const int LongestWord = 64;
    private const int MostParameters = 32;

    /// <summary>
    /// Tenant and object id where they are ids, for the operator to look up; else the hash that the person's stored keys are named by, as what
    /// other providers call a subject may be an address or a phone number.
    /// </summary>
    public static string User(UserIdentity? user) => user switch
    {
        null => "nobody",
        var (issuer, subject) when Guid.TryParse(issuer, out var tenant) && Guid.TryParse(subject, out var person) => $"{tenant:D}/{person:D}",
        { } other => other.StorageId,
    };

    /// <summary>An id as it is; what has not the form of one may be a number that somebody typed into the address, and is left out.</summary>
    public static string Id(string text) => Guid.TryParse(text, out var id) ? $"session {id:D}" : "session (not an id)";

    /// <summary>The names of a query's parameters, in their order.</summary>
    public static string Shape(IEnumerable<string> parameters) => $"list [{string.Join(' ', parameters.Take(MostParameters).Select(Word))}]";

    private static string Word(string name) =>
        new([.. name.Take(LongestWord).Select(c => char.IsAsciiLetter(c) || c is '_' or '.' or '[' or ']' ? c : '?')]);
}
