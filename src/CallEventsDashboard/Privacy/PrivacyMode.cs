using System.Runtime.CompilerServices;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Privacy;

/// <summary>
/// Whether the person at this tab sees numbers and texts, and the events as they may see them. Who has not the right to reveal sees everything masked.
/// One per circuit; used on its own turn only.
/// </summary>
public sealed class PrivacyMode(IOptions<PrivacyOptions> options, RevealRight right)
{
    private readonly HashSet<string> _revealed = new(StringComparer.Ordinal);
    // A masked event is made again where nobody has kept it: the events themselves stay for as long as the list does.
    private ConditionalWeakTable<CallEvent, WeakReference<CallEvent>> _masked = [];
    private ApiKey? _key;
    private (RecordMask Records, Pseudonyms Names)? _mask;
    private bool _isWanted = options.Value.Default;

    /// <summary>Raised when what may be seen has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Whether numbers and texts are masked.</summary>
    public bool IsOn => _isWanted || !MayReveal;

    /// <summary>Whether the person may turn masking off, and reveal single events.</summary>
    public bool MayReveal => right.IsGiven;

    /// <summary>Masks numbers and texts, or shows all of them to who may see them. Turning it on hides again what was revealed.</summary>
    public void Set(bool isOn)
    {
        if (isOn == IsOn || !MayReveal)
            return;
        _isWanted = isOn;
        _revealed.Clear();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public bool IsMasked(CallEvent callEvent) => IsOn && (!MayReveal || !_revealed.Contains(callEvent.Fingerprint));

    /// <summary>Shows one event as it is until masking is turned on again or the tab closes, to who may see it.</summary>
    public void Reveal(CallEvent callEvent)
    {
        if (MayReveal && _revealed.Add(callEvent.Fingerprint))
            Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The event as it may be seen now, its record included.</summary>
    /// <param name="key">The key that it was read with: equal keys give equal stand-ins.</param>
    /// <returns>The same object each time, while nothing changes and somebody keeps it.</returns>
    public CallEvent Seen(CallEvent callEvent, ApiKey key) => IsMasked(callEvent) ? Masked(callEvent, key) : callEvent;

    /// <summary>The event as it is while it is masked, whether it is now or not.</summary>
    /// <inheritdoc cref="Seen"/>
    public CallEvent Masked(CallEvent callEvent, ApiKey key)
    {
        var mask = MaskOf(key).Records;
        var known = _masked.GetValue(callEvent, own => new WeakReference<CallEvent>(mask.Of(own)));
        if (!known.TryGetTarget(out var masked))
            known.SetTarget(masked = mask.Of(callEvent));
        return masked;
    }

    /// <summary>A record of a resource beside the log as it is while it is masked.</summary>
    /// <param name="key">The key that it was read with.</param>
    public ReadOnlyMemory<byte> Masked(ReadOnlyMemory<byte> record, ApiKey key) => MaskOf(key).Records.Of(record);

    /// <summary>A value of a record that is shown apart from one: a party of a session, the value of a filter.</summary>
    /// <param name="name">The name of its field, or that of the filter by it.</param>
    /// <param name="key">Null where nothing can be read, so that nothing has a stand-in: the value is then hidden.</param>
    public string Value(string name, string value, ApiKey? key) => !IsOn ? value : key is null ? Pseudonyms.Hidden(value) : MaskOf(key).Records.Value(name, value);

    /// <summary>The query of a request to Telnyx, with the values of its filters as they may be seen.</summary>
    public string Request(string query, ApiKey key) => IsOn ? MaskOf(key).Records.Request(query) : query;

    /// <inheritdoc cref="RecordMask.Path"/>
    public string Path(string path, ApiKey key) => IsOn ? MaskOf(key).Records.Path(path) : path;

    /// <summary>The name of a field that is shown apart from its record: one that Telnyx has not given may say anything.</summary>
    public string Name(string name, ApiKey key) => IsOn ? MaskOf(key).Records.Name(name) : name;

    /// <summary>A sentence of the dashboard's own that may quote a number.</summary>
    /// <inheritdoc cref="Value" path="/param"/>
    public string Sentence(string text, ApiKey? key) => !IsOn ? text
        : key is not null ? MaskOf(key).Names.In(text)
        : Pseudonyms.AreIn(text) ? Pseudonyms.Hidden(text) : text;

    private (RecordMask Records, Pseudonyms Names) MaskOf(ApiKey key)
    {
        if (_key != key || _mask is not { } mask)
        {
            var names = new Pseudonyms(key);
            (_key, _masked) = (key, []);
            _mask = mask = (new RecordMask(names), names);
        }

        return mask;
    }
}
