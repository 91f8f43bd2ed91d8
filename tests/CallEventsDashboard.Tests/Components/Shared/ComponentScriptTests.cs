using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

public sealed class ComponentScriptTests : IAsyncDisposable
{
    private readonly SlowBrowser _browser = new();

    [Fact]
    public async Task Call_OfAComponentThatIsGoneBeforeItsModuleCame_IsNotMade()
    {
        var script = new ComponentScript(_browser, "./Some.razor.js");
        var call = script.CallAsync("attach");
        var gone = script.DisposeAsync();

        _browser.Module.SetResult(_browser);
        await call;
        await gone;

        Assert.Equal(["import"], _browser.Calls);
        Assert.True(_browser.IsDisposed);
    }

    [Fact]
    public async Task Call_ThatFailsAsItsElementsLeft_IsNoErrorOnceTheComponentIsGone()
    {
        _browser.Module.SetResult(_browser);
        var script = new ComponentScript(_browser, "./Some.razor.js");
        var call = script.CallAsync("attach");
        await script.DisposeAsync();

        _browser.Answer.SetException(new JSException("section is null"));

        await call;
    }

    [Fact]
    public async Task Call_ThatFailsWhileTheComponentIsThere_Throws()
    {
        _browser.Module.SetResult(_browser);
        var script = new ComponentScript(_browser, "./Some.razor.js");
        var call = script.CallAsync("attach");

        _browser.Answer.SetException(new JSException("no such function"));

        await Assert.ThrowsAsync<JSException>(() => call);
    }

    [Fact]
    public async Task Open_ThatAnswersAfterTheComponentIsGone_IsStopped()
    {
        _browser.Module.SetResult(_browser);
        var script = new ComponentScript(_browser, "./Some.razor.js");
        var opening = script.OpenAsync("watch");
        await script.DisposeAsync();

        _browser.Answer.SetResult(_browser);
        await opening;

        Assert.Equal(["import", "watch", "stop"], _browser.Calls);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    /// <summary>A browser whose module and whose first answer come when a test says so.</summary>
    private sealed class SlowBrowser : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource<object?> Module { get; } = new();

        public TaskCompletionSource<object?> Answer { get; } = new();

        public List<string> Calls { get; } = [];

        public bool IsDisposed { get; private set; }

        public async ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            var answer = await (identifier switch
            {
                "import" => Module.Task,
                "stop" => Task.FromResult<object?>(null),
                _ => Answer.Task,
            });
            return (T)answer!;
        }

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<T>(identifier, args);

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
