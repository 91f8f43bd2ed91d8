using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Insights;

/// <summary>The words of the measures.</summary>
internal static class InsightText
{
    /// <summary>Why there is no number.</summary>
    public static string Of(MeasureState state) => state switch
    {
        MeasureState.NotCounted => "not counted yet",
        MeasureState.Counting => "counting…",
        MeasureState.Counted => "",
        MeasureState.NotInList => "left out by the filters of this list",
        MeasureState.FilteredHere => "Telnyx can’t count it: filtered here",
        MeasureState.OutOfReach => "older than 24 hours",
        MeasureState.Ignored => "not given: Telnyx left a filter out",
        MeasureState.Unproven => "not given: nothing shows that Telnyx applied the filters",
        MeasureState.NoTotal => "not given: Telnyx sent no total",
        MeasureState.Moved => "not given: events came or expired meanwhile",
        _ => "not counted",
    };

    /// <summary>For a script: <c>not-counted</c>, <c>counted</c>, <c>filtered-here</c>.</summary>
    public static string Word(MeasureState state) =>
        string.Concat(state.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary><c>12 requests</c>, <c>up to 36 requests</c></summary>
    public static string Cost(int requests, bool isMost) => $"{(isMost ? "up to " : "")}{CountText.Format(requests, "request")}";

    /// <summary>The events that something was derived from.</summary>
    /// <param name="one">The noun for one of them.</param>
    public static string Basis(RowsRead read, string one, InstantFormat instants)
    {
        if (read.IsIgnored)
            return "Not read: Telnyx left a filter out.";
        if (read.At is not { } at)
            return read.Total == 0 ? $"No {one}s." : "";
        var counted = read.IsWhole ? $"all {CountText.Format(read.Read, one)}" : read.NextRequests > 0 ? $"{CountText.Format(read.Read)} of {CountText.Format(read.Total, one)}" : CountText.Format(read.Read, one);
        var moved = !read.IsWhole && read.NextRequests == 0 && read.Read < InsightReader.MostRows ? $" Telnyx counts {CountText.Format(read.Total)} by now." : "";
        return $"From {counted}, read {instants.SecondsWithZone(at)}.{moved}";
    }

    /// <summary>Whether a list can't be counted for what it asks beyond the filters of Telnyx.</summary>
    public static bool IsFilteredHere(InsightStatus status) => status.Counts[Measure.Events].State is MeasureState.FilteredHere;
}
