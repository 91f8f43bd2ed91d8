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
        if (read is { IsIgnored: true, Read: 0 })
            return "Not read: Telnyx left a filter out.";
        var others = read.Uncounted is { } uncounted ? $" Those of {ApiOf(uncounted)} were not counted." : "";
        if (read.At is not { } at)
            return read.Total == 0 ? $"No {one}s{OfApi(read)}.{others}" : others.TrimStart();
        var isCut = read is { IsWhole: false, IsIgnored: false, NextRequests: 0, Read: >= InsightReader.MostRows } && read.Read < read.Total;
        var part = $"{CountText.Format(read.Read)} of {CountText.Format(read.Total, one)}{OfApi(read)}";
        var counted = read.IsWhole ? $"all {CountText.Format(read.Read, one)}{OfApi(read)}"
            : isCut ? $"{part}, the most that are read here"
            : read.IsIgnored || read.NextRequests > 0 ? part
            : $"{CountText.Format(read.Read, one)}{OfApi(read)}";
        var why = read.IsWhole || isCut ? ""
            : read.IsIgnored ? " Reading stopped there: Telnyx left a filter out."
            : read.NextRequests == 0 ? $" Telnyx counts {CountText.Format(read.Total)} by now."
            : "";
        return $"From {counted}, read {instants.SecondsWithZone(at)}.{why}{others}";
    }

    /// <summary>What reading on gives: <c>Read 120 hang-ups</c>, <c>Read up to 5,000 of 12,000 hang-ups</c>: the page that a service begins with may have fewer.</summary>
    /// <param name="one">The noun for one of them.</param>
    public static string Offer(RowsRead read, string one) => read.At is not null ? "Read more"
        : $"Read {(read.NextRows < read.Total ? $"up to {CountText.Format(read.NextRows)} of " : "")}{CountText.Format(read.Total, one)}{OfApi(read)}";

    private static string OfApi(RowsRead read) => read.Uncounted is null ? "" : $" of {ApiOf(read.Uncounted == Measure.TexmlEnded ? Measure.Ended : Measure.TexmlEnded)}";

    private static string ApiOf(Measure measure) => measure == Measure.TexmlEnded ? "TeXML" : "Call Control";

    /// <summary>Whether a list can't be counted for what it asks beyond the filters of Telnyx.</summary>
    public static bool IsFilteredHere(InsightStatus status) => status.Counts[Measure.Events].State is MeasureState.FilteredHere;
}
