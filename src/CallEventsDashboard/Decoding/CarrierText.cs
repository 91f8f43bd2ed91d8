using System.Collections.Frozen;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Decoding;

/// <summary>What a detail record says of the end of a leg, in words.</summary>
public static class CarrierText
{
    // As the switch logs how a channel ended: who sent the message, seen from Telnyx.
    private static readonly FrozenDictionary<string, string> Endings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["recv_bye"] = "The other end of this leg hung up",
        ["send_bye"] = "Telnyx hung this leg up",
        ["recv_cancel"] = "The caller gave up before an answer",
        ["send_cancel"] = "Telnyx cancelled it before an answer",
        ["recv_refuse"] = "The other end refused the call",
        ["send_refuse"] = "Telnyx refused the call",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Source: Telnyx's page on SIP response codes, and for D61 what somebody met.
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["D1"] = "more calls at once than the account may make",
        ["D2"] = "more calls at once than the outbound voice profile allows",
        ["D3"] = "more calls at once than the connection allows",
        ["D13"] = "the destination's country is not allowed by the outbound voice profile",
        ["D18"] = "the connection is not active",
        ["D19"] = "the account is blocked: check its balance",
        ["D21"] = "the number leads nowhere: it has no destination",
        ["D22"] = "no channel is free",
        ["D24"] = "the rate is above what the outbound voice profile allows",
        ["D30"] = "the SIP address or its subdomain is not right",
        ["D31"] = "the SIP address or its subdomain is not right",
        ["D35"] = "the caller's number is not in a form that is accepted",
        ["D36"] = "the caller's number belongs to another account",
        ["D38"] = "the connection has no outbound voice profile",
        ["D40"] = "there is no route to the destination",
        ["D61"] = "the account may not take this call yet: verify a number, or raise its level",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who ended a leg and how; null for what is not known.</summary>
    public static string? Ending(string? details) => details is null ? null : Endings.GetValueOrDefault(details);

    /// <summary>Telnyx's own code with its words where they are known; null for none, and for <c>D00</c>, which says that nothing went wrong.</summary>
    public static string? Code(string? code) => code switch
    {
        null or "D0" or "D00" or "0" => null,
        _ when Codes.GetValueOrDefault(code) is { } words => $"{VisibleText.Word(code)}: {words}",
        ['D', '1', >= '0' and <= '7'] => $"{code}: the connection, the profile or the account is turned off or may not do this",
        ['D', '2', >= '5' and <= '9'] => $"{code}: who calls could not be authenticated",
        _ => VisibleText.Word(code),
    };
}
