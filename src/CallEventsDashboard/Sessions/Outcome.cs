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

/// <summary>A part of the reason.</summary>
/// <param name="Text">Begins with a capital unless it continues; has no full stop.</param>
/// <param name="Evidence">The event that proves it, or after which nothing more was seen; null where there is no event at all.</param>
/// <param name="Continues">Whether it goes on with the sentence before it.</param>
public sealed record OutcomeClause(string Text, Mark? Evidence, bool Continues = false)
{
    /// <summary>Whether it says that the end was not seen, rather than what it was.</summary>
    public bool IsOfNoEnd { get; init; }
}
