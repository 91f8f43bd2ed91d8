namespace CallEventsDashboard.Configuration;

/// <summary>The names of settings, and which one was meant by a name that is none.</summary>
internal static class SettingNames
{
    /// <summary>The full keys of all values at or below a section.</summary>
    public static IEnumerable<string> Leaves(IConfigurationSection section)
    {
        var children = section.GetChildren().ToArray();
        return children.Length == 0 ? [section.Path] : children.SelectMany(Leaves);
    }

    /// <summary>Says that the key is not one of the section's, and which is nearest where one is near.</summary>
    public static string Unknown(string key, IReadOnlyCollection<string> known)
    {
        var nearest = known.MinBy(other => Distance(key, other))!;
        return IsMeant(key, nearest)
            ? $"{SettingText.Show(key)} is not a setting: did you mean {nearest}?"
            : $"{SettingText.Show(key)} is not a setting: take it out; this section has {string.Join(", ", known)}.";
    }

    /// <summary>How many letters must be put in, left out, replaced or swapped with their neighbour to make one name of the other; the case of letters does not matter.</summary>
    public static int Distance(string one, string other)
    {
        var (before, last, row) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray(), new int[other.Length + 1]);
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = AreEqual(one[i - 1], other[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && AreEqual(one[i - 1], other[j - 2]) && AreEqual(one[i - 2], other[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }

    private static bool IsMeant(string key, string known)
    {
        var (name, other) = (key[(key.LastIndexOf(':') + 1)..], known[(known.LastIndexOf(':') + 1)..]);
        return Distance(key, known) <= Math.Max(2, other.Length / 3)
            || (name.Length > 3 && other.Contains(name, StringComparison.OrdinalIgnoreCase))
            || key.StartsWith($"{known}:", StringComparison.OrdinalIgnoreCase);
    }

    private static bool AreEqual(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
