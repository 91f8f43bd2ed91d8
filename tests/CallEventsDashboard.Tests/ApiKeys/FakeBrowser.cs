using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace CallEventsDashboard.ApiKeys;

/// <summary>A browser's local storage and nothing else: what one or several tabs of the same browser share.</summary>
internal sealed class FakeBrowser : IJSRuntime
{
    private const DynamicallyAccessedMemberTypes Json =
        DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties;

    public Dictionary<string, string> Items { get; } = [];

    /// <summary>Reading and writing both fail, as with site data turned off.</summary>
    public bool Refuses { get; set; }

    /// <summary>Writing fails, as when the quota is used up.</summary>
    public bool IsFull { get; set; }

    public int Reads { get; private set; }

    /// <summary>Nothing is answered before this has ended.</summary>
    public Task Pending { get; set; } = Task.CompletedTask;

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Json)] TValue>(string identifier, object?[]? args)
        => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public async ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(Json)] TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        await Pending;
        return (TValue)Answer(identifier, Assert.IsType<string>(args?[0]), args)!;
    }

    private object? Answer(string identifier, string name, object?[] args)
    {
        if (Refuses || (IsFull && identifier is "localStorage.setItem" or "browserStorage.setAside"))
            throw new JSException("The operation is insecure.");
        switch (identifier)
        {
            case "localStorage.getItem":
                Reads++;
                return Items.GetValueOrDefault(name);
            case "localStorage.setItem":
                Items[name] = Assert.IsType<string>(args[1]);
                return null;
            case "localStorage.removeItem":
                Items.Remove(name);
                return null;
            case "browserStorage.read":
                return Items.GetValueOrDefault(name);
            case "browserStorage.write":
                if (args[1] is string written)
                    Items[name] = written;
                else
                    Items.Remove(name);
                return true;
            case "browserStorage.length":
                return Items.GetValueOrDefault(name)?.Length ?? 0;
            case "browserStorage.setAside":
                return SetAside(name, Assert.IsType<string>(args[1]));
            case "browserStorage.exchange":
                var other = Assert.IsType<string>(args[1]);
                (Items[name], Items[other]) = (Items[other], Items[name]);
                return null;
            default:
                throw new JSException($"Could not find '{identifier}'.");
        }
    }

    private bool SetAside(string name, string aside)
    {
        var value = Items.GetValueOrDefault(name);
        var isFree = Items.GetValueOrDefault(aside) is not { } kept || kept == value;
        if (isFree && value is not null)
            Items[aside] = value;
        return isFree;
    }
}
