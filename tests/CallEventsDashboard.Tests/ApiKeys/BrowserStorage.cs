using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace CallEventsDashboard.ApiKeys;

/// <summary>A browser's local storage and nothing else: what one or several tabs of the same browser share.</summary>
internal sealed class BrowserStorage : IJSRuntime
{
    private const DynamicallyAccessedMemberTypes Json =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties;

    public Dictionary<string, string> Items { get; } = [];

    /// <summary>Reading and writing both fail, as with site data turned off.</summary>
    public bool Refuses { get; set; }

    /// <summary>Writing fails, as when the quota is used up.</summary>
    public bool IsFull { get; set; }

    public int Reads { get; private set; }

    /// <summary>No module comes before this has ended.</summary>
    public Task Modules { get; set; } = Task.CompletedTask;

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Json)] TValue>(string identifier, object?[]? args)
        => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Json)] TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        if (Refuses || (IsFull && identifier == "localStorage.setItem"))
            throw new JSException("The operation is insecure.");
        var name = Assert.IsType<string>(args?[0]);
        switch (identifier)
        {
            case "import":
                return new ValueTask<TValue>(ImportAsync<TValue>());
            case "localStorage.getItem":
                Reads++;
                return ValueTask.FromResult((TValue)(object?)Items.GetValueOrDefault(name)!);
            case "localStorage.setItem":
                Items[name] = Assert.IsType<string>(args?[1]);
                return default;
            case "localStorage.removeItem":
                Items.Remove(name);
                return default;
            default:
                throw new JSException($"Could not find '{identifier}'.");
        }
    }

    private async Task<TValue> ImportAsync<TValue>()
    {
        await Modules;
        return (TValue)(object)new LengthModule(this);
    }

    private sealed class LengthModule(BrowserStorage browser) : IJSObjectReference
    {
        public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Json)] TValue>(string identifier, object?[]? args)
            => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Json)] TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            var name = Assert.IsType<string>(args?[0]);
            var value = browser.Items.GetValueOrDefault(name);
            if (identifier == "storedLength")
                return ValueTask.FromResult((TValue)(object)(value?.Length ?? 0));
            var aside = Assert.IsType<string>(args?[1]);
            var kept = browser.Items.GetValueOrDefault(aside);
            if (identifier == "exchange")
            {
                (browser.Items[name], browser.Items[aside]) = (kept!, value!);
                return default;
            }

            Assert.Equal("setAside", identifier);
            if (browser.IsFull)
                throw new JSException("The quota has been exceeded.");
            if (kept is null)
                browser.Items[aside] = value!;
            return ValueTask.FromResult((TValue)(object)(kept is null || kept == value));
        }

        public ValueTask DisposeAsync() => default;
    }
}
