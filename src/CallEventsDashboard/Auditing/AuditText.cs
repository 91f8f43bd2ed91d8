using System.Buffers.Text;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Auditing;

/// <summary>The texts of an audit line. What comes from outside is one short word of plain characters, whatever it was before.</summary>
internal static class AuditText
{
    private const int LongestWord = 64;
    private const int MostParameters = 32;
    private const int HashLength = 16;
    private const int LongestOrigin = 100;
    private const string None = "-";

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

    /// <summary>An event by its fingerprint, which holds a time and a hash.</summary>
    public static string Event(string fingerprint) =>
        fingerprint.Length is > 0 and <= LongestWord && fingerprint.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? $"event {fingerprint}" : "event (not an id)";

    /// <summary>The origin that a browser says it comes from.</summary>
    public static string Origin(string origin) => origin.Length == 0 ? "no origin"
        : $"origin {new string([.. origin.Take(LongestOrigin).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '/' or '[' or ']' ? c : '?')])}";

    /// <summary>The address that somebody's circuit or request came from.</summary>
    public static string Address(ClaimsPrincipal? user) => user?.FindFirst(ClientAddress.Claim)?.Value ?? None;

    public static string Address(IPAddress? address) => ClientAddress.Text(address) ?? None;

    /// <summary>Tells sessions apart without being worth anything: who has it can't become that session.</summary>
    public static string Session(ClaimsPrincipal? user) => Session(user?.FindFirst(SignInSessions.IdClaim)?.Value);

    public static string Session(string? id) => id is null ? None : Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength];

    /// <summary>A word of a page's script.</summary>
    public static string Word(string name) =>
        new([.. name.Take(LongestWord).Select(c => char.IsAsciiLetter(c) || c is '_' or '.' or '[' or ']' ? c : '?')]);
}
