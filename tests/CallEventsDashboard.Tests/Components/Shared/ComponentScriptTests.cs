using Microsoft.JSInterop;

namespace CallEventsDashboard.Components.Shared;

public sealed class ComponentScriptTests : IAsyncDisposable
{
    private readonly SlowBrowser _browser = new();

    [Fact]
    public async Task Call_OfAComponentThatIsGoneBeforeItsModuleCame_IsNotMade()
    {
        var script = new ComponentScript(_browser, new Recorded().Work, "./Some.razor.js");
        var call = script.CallAsync("attach");
        Assert.True(script.DisposeAsync().AsTask().IsCompletedSuccessfully);

        _browser.Module.SetResult(_browser);
        await call;
        await _browser.Disposed.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["import"], _browser.Calls);
    }

    [Fact]
    public async Task Call_ThatFailsAsItsElementsLeft_IsNoErrorOnceTheComponentIsGone()
    {
        _browser.Module.SetResult(_browser);
        var script = new ComponentScript(_browser, new Recorded().Work, "./Some.razor.js");
        var call = script.CallAsync("attach");
        await script.DisposeAsync();

        _browser.Answer.SetException(new JSException("section is null"));

        await call;
    }

    [Fact]
    public async Task Call_ThatFailsWhileTheComponentIsThere_Throws()
    {
        _browser.Module.SetResult(_browser);
        var script = new ComponentScript(_browser, new Recorded().Work, "./Some.razor.js");
        var call = script.CallAsync("attach");

        _browser.Answer.SetException(new JSException("no such function"));

        await Assert.ThrowsAsync<JSException>(() => call);
    }

    [Fact]
    public async Task Open_ThatAnswersAfterTheComponentIsGone_IsStopped()
    {
        _browser.Module.SetResult(_browser);
        var script = new ComponentScript(_browser, new Recorded().Work, "./Some.razor.js");
        var opening = script.OpenAsync("watch");
        await script.DisposeAsync();

        _browser.Answer.SetResult(_browser);
        await opening;

        Assert.Equal(["import", "watch", "stop"], _browser.Calls);
    }

    [Fact]
    public void Dispose_OfAComponentWhoseBrowserLeftBeforeItsModuleCame_IsNotWaitedFor()
    {
        var script = new ComponentScript(_browser, new Recorded().Work, "./Some.razor.js");
        _ = script.CallAsync("attach");

        Assert.True(script.DisposeAsync().AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Dispose_OfAnOpenedScriptWhoseBrowserHasLeft_IsNotWaitedFor()
    {
        _browser.Module.SetResult(_browser);
        _browser.Answer.SetResult(_browser);
        _browser.Stop = new TaskCompletionSource<object?>().Task;
        var script = new ComponentScript(_browser, new Recorded().Work, "./Some.razor.js");
        await script.OpenAsync("watch");

        Assert.True(script.DisposeAsync().AsTask().IsCompletedSuccessfully);
        Assert.Equal(["import", "watch", "stop"], _browser.Calls);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    /// <summary>A browser whose module and whose first answer come when a test says so.</summary>
    private sealed class SlowBrowser : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource<object?> Module { get; } = new();

        public TaskCompletionSource<object?> Answer { get; } = new();

        public Task<object?> Stop { get; set; } = Task.FromResult<object?>(null);

        public List<string> Calls { get; } = [];

        public TaskCompletionSource Disposed { get; } = new();

        public async ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            var answer = await (identifier switch
            {
                "import" => Module.Task,
                "stop" => Stop,
                _ => Answer.Task,
            });
            return (T)answer!;
        }

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<T>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Disposed.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
