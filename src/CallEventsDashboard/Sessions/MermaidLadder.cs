using System.Globalization;
using System.Text;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Writes a ladder as a Mermaid sequence diagram, for a ticket or a wiki.</summary>
public static class MermaidLadder
{
    private static readonly (LadderParty Party, string Title)[] Parties =
    [
        (LadderParty.Caller, "Caller"), (LadderParty.Telnyx, "Telnyx"), (LadderParty.Application, "Your application"), (LadderParty.Callee, "Callee"),
    ];

    /// <summary>Lines end in a line feed. It holds names and times only: no numbers and no payloads.</summary>
    public static string Write(Ladder ladder)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var text = new StringBuilder("sequenceDiagram\n");
        text.Append("    %% Commands and webhooks, not SIP messages\n");
        var used = ladder.Steps.SelectMany(step => new[] { step.Source, step.Target }).ToHashSet();
        foreach (var (party, title) in Parties.Where(entry => used.Contains(entry.Party)))
            text.Append(CultureInfo.InvariantCulture, $"    participant {party} as {title}\n");
        foreach (var step in ladder.Steps)
        {
            var arrow = step.IsImplied ? "-->>" : step.Mark.IsFailed ? "-x" : "->>";
            text.Append(CultureInfo.InvariantCulture, $"    {step.Source}{arrow}{step.Target}: {Escape(step.Label)}{Attempts(step)} +{DurationText.Format(step.SincePrevious)}\n");
        }

        return text.ToString();
    }

    private static string Attempts(LadderStep step) => !step.IsImplied && step.Mark.Attempts.Count > 1
        ? string.Create(CultureInfo.InvariantCulture, $" ({step.Mark.Attempts.Count} attempts)")
        : "";

    /// <summary>A name is whatever was sent: only what has no meaning in Mermaid stays as it is.</summary>
    private static string Escape(string label)
    {
        var text = new StringBuilder();
        foreach (var unit in VisibleText.Word(label))
        {
            if (char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '-' or ' ')
                text.Append(unit);
            else
                text.Append(CultureInfo.InvariantCulture, $"#{(int)unit};");
        }

        return text.Length > 0 ? text.ToString() : "-";
    }
}
