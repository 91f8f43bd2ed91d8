using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Views;

/// <summary>Positions in the drawing of a ladder, in pixels. Only parties that take part have a line.</summary>
internal sealed class LadderDrawing
{
    /// <summary>The steps that are drawn at a time: more are neither read nor drawn in good time.</summary>
    public const int MostSteps = 100;

    public const double RowHeight = 28;
    public const double HeadHeight = 64;

    private const double Gutter = 150;
    private const double Column = 210;
    private const double Loop = 34;

    private static readonly (LadderParty Party, string Title)[] All =
    [
        (LadderParty.Caller, "Caller"), (LadderParty.Telnyx, "Telnyx"), (LadderParty.Application, "Your application"), (LadderParty.Callee, "Callee"),
    ];

    private LadderDrawing(IReadOnlyList<(LadderParty Party, string Title)> parties, IReadOnlyList<LadderStep> steps) => (Parties, Steps) = (parties, steps);

    public IReadOnlyList<(LadderParty Party, string Title)> Parties { get; }

    public IReadOnlyList<LadderStep> Steps { get; }

    public double Width => Gutter + (Parties.Count * Column);

    public double Height => HeadHeight + (Steps.Count * RowHeight) + 12;

    /// <param name="first">The first step to draw.</param>
    public static LadderDrawing Create(Ladder ladder, int first)
    {
        var used = ladder.Steps.SelectMany(step => new[] { step.Source, step.Target }).ToHashSet();
        return new LadderDrawing([.. All.Where(entry => used.Contains(entry.Party))], [.. ladder.Steps.Skip(first).Take(MostSteps)]);
    }

    public double X(LadderParty party)
    {
        var at = 0;
        while (Parties[at].Party != party)
            at++;
        return Gutter + (at * Column) + (Column / 2);
    }

    /// <summary>The height of a step's arrow.</summary>
    public static double Y(int step) => HeadHeight + (step * RowHeight) + 18;

    /// <summary>The arrow of a step; a step that Telnyx takes of itself leads back to its line.</summary>
    public string Path(LadderStep step, int index)
    {
        var (from, to, y) = (X(step.Source), X(step.Target), Y(index));
        if (step.Source == step.Target)
            return FormattableString.Invariant($"M{from} {y - 8}h{Loop}v8h{-Loop + 2}");
        return FormattableString.Invariant($"M{from} {y}H{to - Math.Sign(to - from) * 2}");
    }

    /// <summary>The head of the arrow: the end of <see cref="Path"/>, and the way it points.</summary>
    public string Head(LadderStep step, int index)
    {
        var (to, y) = (X(step.Target), Y(index));
        var back = step.Target > step.Source ? -7 : 7;
        return FormattableString.Invariant($"M{to} {y}l{back} -4v8z");
    }

    /// <summary>The middle of the label.</summary>
    public double LabelX(LadderStep step) => step.Source == step.Target ? X(step.Source) + Loop + 6 : (X(step.Source) + X(step.Target)) / 2;
}
