using System.Text;

namespace CallEventsDashboard.Sessions;

/// <summary>Why the call ended.</summary>
public sealed record Outcome
{
    /// <summary>In the order of reading; each with the event that proves it.</summary>
    public required IReadOnlyList<OutcomeClause> Clauses { get; init; }

    /// <summary>The hang-up that ended the call; null when the evidence is not enough.</summary>
    public Hangup? Deciding { get; init; }

    public bool IsDecided => Deciding is not null;

    /// <summary>The clauses as sentences.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var clause in Clauses)
            {
                if (text.Length == 0)
                    text.Append(clause.Text);
                else if (clause.Continues)
                    text.Append(' ').Append(clause.Text);
                else
                    text.Append(". ").Append(clause.Text);
            }

            return text.Append('.').ToString();
        }
    }
}
