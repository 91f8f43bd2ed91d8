using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>The phases that may overlap: an end belongs to the last one begun that it fits; an end without a beginning is a mark and no more.</summary>
internal static class MediaPhases
{
    private static readonly Dictionary<string, PhaseRule> ByStart = Index(rule => rule.Starts);
    private static readonly Dictionary<string, PhaseRule> ByEnd = Index(rule => rule.Ends);
    private static readonly Dictionary<string, PhaseRule> ByResult = Index(rule => rule.Results);

    public static IEnumerable<Phase> Read(IEnumerable<Mark> timed)
    {
        var phases = new List<Phase>();
        var open = new List<(Mark Mark, string? Subject)>();
        var unreported = new Dictionary<PhaseKind, int>();
        foreach (var mark in timed)
        {
            if (mark.Key == EventKeys.HungUp)
            {
                phases.AddRange(open.Select(start => Closed(start.Mark, IsNeverEnded(start.Mark) ? null : mark)));
                open.Clear();
            }
            else if (ByStart.TryGetValue(mark.Key, out var begun))
            {
                // A command that was refused began nothing; a webhook that was not delivered still says what happened.
                if (!(mark.IsCommand && mark.IsFailed) && !(begun.IsSingle && open.Exists(start => ByStart[start.Mark.Key] == begun)))
                    open.Add((mark, Subject(mark)));
            }
            else if (ByEnd.TryGetValue(mark.Key, out var ended))
            {
                if (!(mark.IsCommand && mark.IsFailed) && Close(ended, mark))
                    unreported[ended.Kind] = unreported.GetValueOrDefault(ended.Kind) + 1;
            }
            else if (ByResult.TryGetValue(mark.Key, out var reported))
            {
                if (unreported.GetValueOrDefault(reported.Kind) > 0)
                    unreported[reported.Kind]--;
                else
                    Close(reported, mark);
            }
        }

        return phases.Concat(open.Select(start => Closed(start.Mark, null)));

        bool Close(PhaseRule rule, Mark end)
        {
            var subject = Subject(end);
            var at = open.FindLastIndex(start => ByStart[start.Mark.Key] == rule && (subject is null || (start.Subject ?? subject) == subject));
            if (at < 0)
                return false;
            phases.Add(Closed(open[at].Mark, end));
            open.RemoveAt(at);
            return true;
        }
    }

    /// <summary>TeXML logs that it speaks, and never that it stops: when it did is not known, and that the hang-up cut it off least of all.</summary>
    private static bool IsNeverEnded(Mark start) => start.Kind == MarkKind.Step && start.Key.EndsWith(".started", StringComparison.Ordinal);

    private static Phase Closed(Mark start, Mark? end) => new() { Kind = ByStart[start.Key].Kind, StartEvent = start, EndEvent = end };

    /// <summary>The id that distinguishes two phases of one kind, where the events have one.</summary>
    private static string? Subject(Mark mark)
    {
        if (mark.Key.StartsWith("conference.", StringComparison.Ordinal))
            return CallEventBody.Payload(mark.Event).Text("conference_id");
        return mark.Key.StartsWith("call.playback.", StringComparison.Ordinal) ? CallEventBody.Payload(mark.Event).Text("media_url") : null;
    }

    private static Dictionary<string, PhaseRule> Index(Func<PhaseRule, string[]> keys) =>
        PhaseRule.All.SelectMany(rule => keys(rule), (rule, key) => (rule, key)).ToDictionary(pair => pair.key, pair => pair.rule, StringComparer.Ordinal);
}
