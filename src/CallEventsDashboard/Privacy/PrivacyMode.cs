using System.Runtime.CompilerServices;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Privacy;

/// <summary>Whether the person at this tab sees numbers, and the events as they may see them. One per circuit; used on its own turn only.</summary>
public sealed class PrivacyMode(IOptions<PrivacyOptions> options)
{
    private readonly HashSet<string> _revealed = new(StringComparer.Ordinal);
    private ConditionalWeakTable<CallEvent, CallEvent> _rows = [];
    private ConditionalWeakTable<CallEvent, CallEvent> _wholes = [];
    private ApiKey? _key;
    private RecordMask? _mask;

    /// <summary>Raised when what may be seen has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Whether numbers are masked.</summary>
    public bool IsOn { get; private set; } = options.Value.Default;

    /// <summary>Masks numbers, or shows all of them. Turning it on hides again what was revealed.</summary>
    public void Set(bool isOn)
    {
        if (isOn == IsOn)
            return;
        IsOn = isOn;
        _revealed.Clear();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public bool IsMasked(CallEvent callEvent) => IsOn && !_revealed.Contains(callEvent.Fingerprint);

    /// <summary>Shows the numbers of one event until masking is turned on anew or the tab closes.</summary>
    public void Reveal(CallEvent callEvent)
    {
        if (_revealed.Add(callEvent.Fingerprint))
            Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The event as a row of a list may show it; its record is not masked, and not to be shown.</summary>
    /// <param name="key">The key that it was read with: equal keys give equal stand-ins.</param>
    /// <returns>The same object each time, while nothing changes.</returns>
    public CallEvent Row(CallEvent callEvent, ApiKey key) => IsMasked(callEvent) ? Mask(key, mask => _rows.GetValue(callEvent, mask.Parts)) : callEvent;

    /// <summary>The event as it may be shown with everything that is in it.</summary>
    /// <inheritdoc cref="Row"/>
    public CallEvent Whole(CallEvent callEvent, ApiKey key) => IsMasked(callEvent) ? Mask(key, mask => _wholes.GetValue(callEvent, mask.Whole)) : callEvent;

    /// <summary>A number or address that is shown apart from an event.</summary>
    /// <inheritdoc cref="Row"/>
    public string Number(string number, ApiKey key) => IsOn ? Mask(key, mask => mask.Party(number)) : number;

    private T Mask<T>(ApiKey key, Func<RecordMask, T> show)
    {
        if (_key != key || _mask is null)
            (_key, _mask, _rows, _wholes) = (key, new RecordMask(new Pseudonyms(key)), [], []);
        return show(_mask);
    }
}
