using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Evidence;

/// <summary>Why a file is not shown, in words.</summary>
/// <param name="Title">A sentence without its full stop.</param>
internal sealed record EvidenceText(string Title, string Explanation)
{
    private const int Mega = 1024 * 1024;

    public static EvidenceText From(EvidenceFault fault) => fault.Kind switch
    {
        EvidenceFaultKind.Empty => new("This file is empty", "It has no content: it was perhaps not saved to its end. Save it again."),
        EvidenceFaultKind.TooLarge => new("This file is too large", $"An evidence file has {SessionEvidence.MaxBytes / Mega} MB at most."),
        EvidenceFaultKind.NotReceived => new("The file could not be read", "The browser did not send all of it. Choose it again."),
        EvidenceFaultKind.TooNew => new(
            "This file was saved by a newer dashboard",
            $"Its format has version {fault.Number}, and this dashboard knows version {SessionEvidence.FormatVersion}. Open it with the dashboard that saved it, or update this one."),
        EvidenceFaultKind.TooManyEvents => new(
            "This file has too many events", $"It has {CountText.Format((int)Math.Min(fault.Number ?? 0, int.MaxValue))}, and a session is shown with {CountText.Format(SessionFeed.MostEvents)} at most."),
        EvidenceFaultKind.Damaged => new(
            "This file is damaged", $"Its part “{fault.Part}” can't be read: it was cut short or changed after it was saved. Get it again from where it is kept."),
        _ => new(
            "This is not an evidence file",
            "The dashboard opens files that “Save” on the page of a session made. An export of a list, as CSV or NDJSON, is none."),
    };
}
