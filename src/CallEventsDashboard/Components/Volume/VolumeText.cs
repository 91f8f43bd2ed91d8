using System.Globalization;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Volume;

/// <summary>The words beside the bars.</summary>
internal sealed class VolumeText(EventVolume volume, EventVolume failed, bool showsFailed, FeedStatus status, InstantFormat instants)
{
    public const string FailedTitle = "Count the events whose delivery failed, with requests to spare";

    /// <summary>In short, for the line above the bars.</summary>
    public string Line => (volume.State, volume.Buckets.Count) switch
    {
        (VolumeState.NotOfThisList, _) => "Not drawn: Telnyx can't count this list over time.",
        (VolumeState.Costly, _) => string.Create(CultureInfo.InvariantCulture, $"This list is filtered here: counting it takes {volume.FinerRequests} requests, one count for each value."),
        (VolumeState.TooFast, 0) => "Not drawn: events come and go faster than they are counted.",
        (VolumeState.Failed, 0) => "Not drawn: a request failed. The requests of this list say why.",
        (VolumeState.Waiting, _) when status.Failure is not null => "Not drawn: the list could not be read.",
        (VolumeState.Waiting, _) when status is { FilteredHere.Count: > 0, Scan: { IsDone: false } } => "This list is filtered here: drawn once all of it is read.",
        (VolumeState.Waiting, _) when status.Total is null || status.Scan is { IsDone: false } => "Drawn once the events are read.",
        (VolumeState.Waiting, _) or (VolumeState.Counting, 0) => "Counting when there is a request to spare…",
        (_, 0) => "No events.",
        _ => string.Join(" · ", Facts),
    };

    /// <summary>In a sentence, for who does not see the bars.</summary>
    public string Full => volume.Buckets.Count == 0 ? Line : string.Create(
        CultureInfo.InvariantCulture,
        $"{volume.Total:N0} events from {instants.DayRange(volume.Buckets[0].From, volume.Buckets[^1].To)}, at most {Most.Count:N0} in one bar, from {instants.DayRange(Most.From, Most.To, namesDayOnce: true)}. Counted at {instants.SecondsWithZone(volume.AsOf!.Value)}.");

    public string FinerTitle => string.Create(CultureInfo.InvariantCulture, $"Count narrower bars, with up to {volume.FinerRequests} requests to spare");

    public string CountTitle => string.Create(CultureInfo.InvariantCulture, $"Count it with {volume.FinerRequests} requests to spare");

    private string Step => volume.Step < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{volume.Step.TotalSeconds:0} s") : DurationText.FormatMinutes(volume.Step);

    private VolumeBucket Most => volume.Buckets.MaxBy(bucket => bucket.Count);

    private IEnumerable<string> Facts
    {
        get
        {
            yield return $"{Step} a bar";
            yield return string.Create(CultureInfo.InvariantCulture, $"most {Most.Count:N0}");
            if (showsFailed)
                yield return failed.State switch
                {
                    VolumeState.Counted => string.Create(CultureInfo.InvariantCulture, $"{failed.Total:N0} failed"),
                    VolumeState.NotOfThisList => "failed ones can't be counted: Telnyx left the filter out",
                    VolumeState.TooFast or VolumeState.Failed => "failed ones could not be counted",
                    _ => "counting failed ones…",
                };
            if (volume.State is VolumeState.Counting)
                yield return "counting narrower bars…";
            else if (volume.State is not VolumeState.Counted)
                yield return "could not be counted in narrower bars";
            yield return $"counted {instants.SecondsWithZone(volume.AsOf!.Value)}";
            if (!volume.Buckets[^1].IsSettled)
                yield return "the newest may still grow";
        }
    }
}
