using System.Text.Json;
using CallEventsDashboard.Conventions;
using Jint;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>A key as the browser reports it.</summary>
internal sealed record PressedKey(string Key)
{
    public string Code { get; init; } = "";

    public bool CtrlKey { get; init; }

    public bool MetaKey { get; init; }

    public bool AltKey { get; init; }

    public bool ShiftKey { get; init; }

    public bool IsAltGraph { get; init; }

    public bool IsCapsLock { get; init; }

    public bool IsComposing { get; init; }
}

/// <summary>Where a key is pressed.</summary>
internal sealed record KeyContext
{
    public bool IsBlocked { get; init; }

    public bool IsTyping { get; init; }

    public bool IsInGrid { get; init; }

    public bool IsOnRow { get; init; }

    public bool IsOff { get; init; }
}

/// <summary>Finds what a key means with the browser's own script, <c>KeyMatch.js</c>, from the table of keys.</summary>
internal sealed class KeyReader : IDisposable
{
    private const string Glue = """
        import { find } from './KeyMatch.js';
        export const read = (table, event, where) => find(JSON.parse(table), JSON.parse(event), JSON.parse(where))?.action ?? '';
        """;

    private static readonly string Table = JsonSerializer.Serialize(
        KeyTable.All.Select(binding => new { binding.Action, binding.Keys, Place = binding.Place.ToString().ToLowerInvariant() }), JsonSerializerOptions.Web);

    private readonly Engine _engine = new(options => options.EnableModules(Path.Combine(Repository.Root, "src", "CallEventsDashboard", "Components", "Keyboard")));

    public KeyReader() => _engine.Modules.Add("glue", Glue);

    /// <summary>The action of a key; empty for none.</summary>
    public string Read(PressedKey key, KeyContext? context = null) => _engine.Invoke(
        _engine.Modules.Import("glue").Get("read"), Table, JsonSerializer.Serialize(key, JsonSerializerOptions.Web), JsonSerializer.Serialize(context ?? new(), JsonSerializerOptions.Web)).AsString();

    public void Dispose() => _engine.Dispose();
}
