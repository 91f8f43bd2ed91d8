using System.Globalization;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Decoding;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>One detail record, beside what the log says where the two differ.</summary>
public sealed partial class CarrierRecordRow
{
    private const int MostShown = 10_000;

    private bool _isOpen;
    private Leg? _leg;
    private string[] _kind = [];
    private string[] _quality = [];
    private string _raw = "";
    private string? _length;
    private string? _differs;

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Parameter, EditorRequired] public required CallDetailRecord Record { get; set; }

    [Parameter, EditorRequired] public required SessionView View { get; set; }

    private string Title => (_leg, Record.IsLeg) switch
    {
        ({ } leg, true) => $"Leg {View.LegName(leg.LegId)}",
        ({ } leg, false) => $"{Product} of leg {View.LegName(leg.LegId)}",
        (null, true) when (Record.LegId ?? Record.CallControlId) is not null => $"Leg that is {AbsenceText.NotThere(View.Session.Extent)}",
        _ => Product,
    };

    private string Product => CarrierProductText.Words(Record.Product);

    /// <summary><c>0.0120 USD</c>; null for what is no number.</summary>
    internal static string? Money(string? cost, string? currency) => decimal.TryParse(cost, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        ? string.Join(' ', new[] { cost.Contains('e', StringComparison.OrdinalIgnoreCase) ? amount.ToString("0.##############", CultureInfo.InvariantCulture) : VisibleText.Line(cost, 30), currency is null ? null : VisibleText.Line(currency, 10) }.OfType<string>()) : null;

    protected override void OnParametersSet()
    {
        _leg = CarrierLeg.Find(View.Session, Record);
        // A number is not parted at the end of a line.
        var parties = Record.From is null && Record.To is null ? [] : Parts($"{Party(Record.From)} →", Party(Record.To));
        var kind = Parts(Record.IsLeg ? Product : null, Record.Direction);
        _kind = parties.Length > 0 ? [.. kind, string.Join(' ', parties)] : kind;
        _quality = Parts(Record.Codec, Record.Mos is { } mos ? $"MOS {mos}" : null, Record.Attestation is { } level ? $"attested {level}" : null);
        _raw = string.Join(" · ", Parts(Record.HangupCause, Record.HangupDetails, Sip(Record.SipStatus), Record.HangupCode is { } code ? $"Q.850 {code}" : null));
        _length = Talk(Record.CallSeconds) ?? (Record.FinishedAt - Record.StartedAt is { } all ? DurationText.Format(all) : null);
        // Both are shown: neither is known to be right.
        _differs = Record.IsLeg ? CarrierDifferenceText.Words(CarrierLeg.Compare(_leg, Record), Instants) : null;
    }

    private static string[] Parts(params string?[] parts) => [.. parts.OfType<string>().Where(part => part.Length > 0).Select(part => VisibleText.Line(part, 100))];

    private static string Party(string? number) => PhoneText.International(number ?? "?");

    private static string? Sip(string? status) =>
        SipCode.Parse(status) is not { } code ? null : SipCodeText.Words(code) is { } words ? $"SIP {code} {words}" : $"SIP {code}";

    /// <summary><c>talk 2 min 05 s</c>; null for what is no number of seconds.</summary>
    internal static string? Talk(string? seconds) =>
        double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length is >= 0 and < 1e7
            ? length == 0 ? "no talk" : $"talk {DurationText.Format(TimeSpan.FromSeconds(length))}" : null;
}
