using System.Text.RegularExpressions;

namespace CallEventsDashboard.Conventions;

/// <summary>A text that is longer than a message of the circuit ends the circuit: every field says how much it takes.</summary>
public sealed partial class InputLengthTests
{
    [Fact]
    public void EveryFieldOfText_HasALimit()
    {
        var fields = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CallEventsDashboard", "Components"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Field().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Tag: match.Value)))
            .Where(field => !field.Tag.Contains("type=\"hidden\"", StringComparison.Ordinal) && !field.Tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !field.Tag.Contains("type=\"radio\"", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(fields);
        Assert.DoesNotContain(fields, field => !field.Tag.Contains("maxlength=", StringComparison.OrdinalIgnoreCase));
    }

    // A tag ends where its line does: an arrow in one of its attributes is followed by more.
    [GeneratedRegex(@"<(?:input|textarea|MudTextField|MudAutocomplete)\s.*?>(?=\s*$)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Field();
}
