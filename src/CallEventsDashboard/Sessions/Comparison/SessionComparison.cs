using System.Globalization;
using DiffPlex;
using DiffPlex.Chunkers;

namespace CallEventsDashboard.Sessions.Comparison;

/// <summary>Two sessions side by side: their facts, and their events in order, aligned by what happened and not by the clock.</summary>
public sealed record SessionComparison
{
    /// <summary>More steps of a session are not compared: the cost grows with the product of both.</summary>
    public const int MostSteps = 2000;

    /// <summary>In the order of reading.</summary>
    public required IReadOnlyList<ComparedFact> Facts { get; init; }

    public required IReadOnlyList<ComparedStep> Steps { get; init; }

    /// <summary>The index in <see cref="Steps"/> from which on the sessions are not the same; null when they are.</summary>
    public int? FirstDifference { get; init; }

    /// <summary>Whether one of them has more than <see cref="MostSteps"/> steps.</summary>
    public bool IsCut { get; init; }

    public static SessionComparison Compare(CallSession first, CallSession second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var steps = Align(StepsIn(first), StepsIn(second));
        var at = steps.FindIndex(step => !step.IsSame);
        return new SessionComparison
        {
            Facts = [.. SessionFactReader.Read(first, second)],
            Steps = steps,
            FirstDifference = at < 0 ? null : at,
            IsCut = Math.Max(first.Marks.Count, second.Marks.Count) > MostSteps,
        };
    }

    private static List<(Mark Mark, string Key)> StepsIn(CallSession session)
    {
        var legs = session.Legs.Index().ToDictionary(leg => leg.Item.LegId, leg => leg.Index, StringComparer.OrdinalIgnoreCase);
        return [.. session.Marks.Take(MostSteps).Select(mark => (mark, KeyOf(mark, legs)))];
    }

    // A refused command, or a webhook that nobody took, is where two calls part, though the names are the same.
    private static string KeyOf(Mark mark, Dictionary<string, int> legs) =>
        string.Create(CultureInfo.InvariantCulture, $"{mark.Kind} {mark.Key} {legs.GetValueOrDefault(mark.Event.LegId ?? "", -1)} {mark.IsFailed}");

    private static List<ComparedStep> Align(List<(Mark Mark, string Key)> first, List<(Mark Mark, string Key)> second)
    {
        // Numbers stand for the keys: a name may hold what separates lines.
        var numbers = first.Concat(second).Select(step => step.Key).Distinct(StringComparer.Ordinal).Index().ToDictionary(key => key.Item, key => key.Index, StringComparer.Ordinal);
        string Lines(IEnumerable<(Mark Mark, string Key)> steps) => string.Join('\n', steps.Select(step => numbers[step.Key].ToString(CultureInfo.InvariantCulture)));
        var blocks = first.Count == 0 || second.Count == 0 ? [] : Differ.Instance.CreateDiffs(Lines(first), Lines(second), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks;
        var steps = new List<ComparedStep>();
        var (i, j) = (0, 0);
        foreach (var block in blocks)
        {
            while (i < block.DeleteStartA)
                steps.Add(new ComparedStep(first[i++].Mark, second[j++].Mark, IsSame: true));
            TakeOthers(block.DeleteCountA, block.InsertCountB);
        }

        while (i < first.Count && j < second.Count && first[i].Key == second[j].Key)
            steps.Add(new ComparedStep(first[i++].Mark, second[j++].Mark, IsSame: true));
        TakeOthers(first.Count - i, second.Count - j);
        return steps;

        void TakeOthers(int ofFirst, int ofSecond)
        {
            for (var row = 0; row < Math.Max(ofFirst, ofSecond); row++)
                steps.Add(new ComparedStep(row < ofFirst ? first[i++].Mark : null, row < ofSecond ? second[j++].Mark : null, IsSame: false));
        }
    }
}
