using CallEventsDashboard.Operations;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

/// <summary>
/// The JavaScript module of one component, loaded at its first use. A component may be gone before its module has come, or while a call is on its way to
/// elements that have left the page with it: what is asked then is not done, and is no error.
/// </summary>
/// <param name="path">Of the module, as it is imported: <c>./Components/…/Name.razor.js</c>.</param>
internal sealed class ComponentScript(IJSRuntime js, BackgroundWork work, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;
    private IJSObjectReference? _opened;
    private bool _isGone;

    /// <summary>Calls a function of the module.</summary>
    public Task CallAsync(string function, params object?[] arguments) => TryAsync(async module =>
    {
        await module.InvokeVoidAsync(function, arguments);
        return true;
    });

    /// <summary>Calls a function of the module for what it returns; the default where the component is gone.</summary>
    public Task<T?> CallAsync<T>(string function, params object?[] arguments) => TryAsync<T>(async module => await module.InvokeAsync<T>(function, arguments));

    /// <summary>Calls a function that returns an object, whose own <c>stop()</c> is called when the component goes. At most once.</summary>
    public Task OpenAsync(string function, params object?[] arguments) => TryAsync(async module =>
    {
        _opened = await module.InvokeAsync<IJSObjectReference>(function, arguments);
        if (_isGone)
            await StopAsync();
        return true;
    });

    /// <summary>Calls a function of the object that was opened; nothing while there is none.</summary>
    public Task CallOpenedAsync(string function, params object?[] arguments) => TryAsync(async _ =>
    {
        if (_opened is not null)
            await _opened.InvokeVoidAsync(function, arguments);
        return true;
    });

    /// <summary>Nobody waits for the browser: one that has left answers nothing, and the message with which it left is answered only when all of its page is gone.</summary>
    public ValueTask DisposeAsync()
    {
        _isGone = true;
        if (_module is not null)
            work.Begin($"leaving {path}", () => CleanUpAsync(_module), _ => { });
        return ValueTask.CompletedTask;
    }

    private async Task CleanUpAsync(Task<IJSObjectReference> module)
    {
        try
        {
            await StopAsync();
            await (await module).DisposeAsync();
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone, and its modules with it.
        }
    }

    private async Task StopAsync()
    {
        if (_opened is not { } opened)
            return;
        _opened = null;
        await opened.InvokeVoidAsync("stop");
        await opened.DisposeAsync();
    }

    private async Task<T?> TryAsync<T>(Func<IJSObjectReference, Task<T?>> ask)
    {
        if (_isGone)
            return default;
        try
        {
            var module = await (_module ??= js.InvokeAsync<IJSObjectReference>("import", path).AsTask());
            return _isGone ? default : await ask(module);
        }
        catch (JSDisconnectedException)
        {
            return default;
        }
        catch (Exception e) when (_isGone && e is (JSException or OperationCanceledException or ObjectDisposedException))
        {
            return default;
        }
    }
}
