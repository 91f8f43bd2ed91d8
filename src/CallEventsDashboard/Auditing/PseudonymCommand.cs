using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.Auditing;

/// <summary>
/// The switch <c>--pseudonym ISSUER SUBJECT</c>: tells by which name a person stands in the audit, so that their lines can be found. With Entra ID the two
/// are the ids of the directory and of the person's object, else the claims <c>iss</c> and <c>sub</c>.
/// </summary>
public static class PseudonymCommand
{
    private const string Switch = "--pseudonym";

    public static bool IsIn(string[] args) => args.Contains(Switch, StringComparer.Ordinal);

    /// <returns>The exit code: 0, or 2 when the person is not named.</returns>
    public static int Tell(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.SkipWhile(arg => arg != Switch).Skip(1).ToArray() is not [{ Length: > 0 } issuer, { Length: > 0 } subject])
        {
            errors.WriteLine($"{Switch} takes two values: the issuer and the subject of a person (with Entra ID the ids of the directory and of their object).");
            return 2;
        }

        output.WriteLine(AuditText.User(new UserIdentity(issuer, subject)));
        return 0;
    }
}
