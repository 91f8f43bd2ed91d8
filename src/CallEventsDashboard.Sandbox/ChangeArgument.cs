using System.Globalization;

namespace CallEventsDashboard.Sandbox;

/// <summary>A change of the account as the command line has it: <c>appears@1=10</c> is a row that happened ten seconds ago, and can be seen after the first answer.</summary>
internal static class ChangeArgument
{
    private static readonly Dictionary<string, AccountChangeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["appears"] = AccountChangeKind.Appears,
        ["expires"] = AccountChangeKind.Expires,
        ["deleted"] = AccountChangeKind.IsDeleted,
    };

    public static string Form => $"{string.Join('|', Kinds.Keys)}@ANSWER[=SECONDS]";

    public static AccountChange? TryParse(string argument)
    {
        var parts = argument.Split('=', 2);
        var (at, seconds) = (parts[0].Split('@', 2), 0.0);
        var isRead = at.Length == 2 && Kinds.ContainsKey(at[0]) && (parts.Length == 1 || (double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && seconds <= 86_400));
        return isRead && int.TryParse(at[1], NumberStyles.None, CultureInfo.InvariantCulture, out var answer) && answer > 0
            ? new AccountChange(answer, Kinds[at[0]], TimeSpan.FromSeconds(seconds))
            : null;
    }
}
