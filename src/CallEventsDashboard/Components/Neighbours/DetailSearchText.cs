using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What is said of a search in the call detail records. That they have nothing proves nothing, and what they have may be in the log as well.</summary>
internal static class DetailSearchText
{
    private const string Whose = "From Telnyx's call detail records, not from the log.";

    /// <summary>Why to look there, before anybody does.</summary>
    public static string Offer(DetailLookup lookup, Coverage coverage) => (lookup.Subject, coverage) switch
    {
        (DetailSubject.Numbers, Coverage.Unreachable) => "The log has the last 24 hours only; call detail records stay longer.",
        (DetailSubject.Numbers, _) => "Calls over plain SIP trunks, and those refused before an application, never appear in the log.",
        (DetailSubject.Leg, _) => "A call that the log has forgotten may still be in the call detail records of Call Control.",
        _ => "Calls over plain SIP trunks are in the call detail records only; those that the log has forgotten may still be there.",
    };

    /// <summary><c>3 call detail records: 2 of SIP trunking, 1 of Call Control</c></summary>
    public static string Found(IReadOnlyList<CallDetailRecord> records)
    {
        var types = records.GroupBy(record => CarrierProductText.Words(record.Product), StringComparer.Ordinal).ToList();
        var all = CountText.Format(records.Count, "call detail record");
        return types is [var only] ? $"{all} of {only.Key}" : $"{all}: {string.Join(", ", types.Select(type => $"{CountText.Format(type.Count())} of {type.Key}"))}";
    }

    /// <summary>That every question was answered, and none with a record that was asked for.</summary>
    public static string None(DetailLookup lookup) => lookup.Subject switch
    {
        DetailSubject.Numbers when lookup.HasRange => "No call detail record of SIP trunking fits in this range, which proves nothing: they come late.",
        DetailSubject.Numbers => "No call detail record of SIP trunking fits, which proves nothing: they come late.",
        DetailSubject.Leg => "No call detail record of Call Control names this leg, which proves nothing: they come late, and other types don't name legs.",
        _ => $"No call detail record of SIP trunking or of Call Control names this {(lookup.Subject is DetailSubject.Session ? "session" : "ID")}, which proves nothing: they come late.",
    };

    /// <summary>Where the records are from, and why the log may lack their calls.</summary>
    public static string Source(DetailLookup lookup, IReadOnlyList<CallDetailRecord> records) => (lookup.Subject, records.Any(IsOfApplication)) switch
    {
        (DetailSubject.Numbers, _) => $"{Whose} A call that is only here went over a plain SIP trunk, was refused before it reached an application, or is older than the log{Filter(lookup)}.",
        (_, true) => $"{Whose} A call with a record of Call Control was that of an application: the log no longer has it{Filter(lookup)}.",
        _ => $"{Whose} A call without a record of Call Control may have gone over a plain SIP trunk, or been refused before it reached an application. That record may also be late.",
    };

    private static string Filter(DetailLookup lookup) => lookup.IsNarrowed ? ", or another filter leaves it out" : "";

    private static bool IsOfApplication(CallDetailRecord record) => "call-control".Equals(record.Product, StringComparison.OrdinalIgnoreCase);
}
