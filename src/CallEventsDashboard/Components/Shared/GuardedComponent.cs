using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Shared;

/// <summary>
/// A component that does things on its own: when a timer ticks, a list has changed or the browser calls. What fails unexpectedly there, outside of
/// everything that the renderer sees, is written down and shown by the nearest <see cref="PanelBoundary"/>.
/// </summary>
public abstract class GuardedComponent : ComponentBase
{
    [Inject] public required BackgroundWork Work { get; init; }

    /// <summary>Begins something that nobody awaits.</summary>
    protected void Begin(Func<Task> workAsync) => Work.Begin(GetType().Name, workAsync, ShowAsync);

    /// <summary>Makes a change on the component's own turn, from any thread.</summary>
    protected void Render(Action change) => Begin(() => InvokeAsync(() =>
    {
        change();
        StateHasChanged();
    }));

    /// <summary>Does what the browser asked for.</summary>
    protected Task AnswerAsync(Func<Task> workAsync) => Work.RunAsync(GetType().Name, workAsync, ShowAsync);

    /// <summary>Does what the browser asked for, and answers it.</summary>
    /// <returns>The default after an error.</returns>
    protected async Task<T?> AnswerAsync<T>(Func<Task<T>> workAsync)
    {
        T? answer = default;
        await AnswerAsync(async () => { answer = await workAsync(); });
        return answer;
    }

    /// <summary>Starts a timer whose ticks come on the component's own turn.</summary>
    protected ITimer StartTimer(TimeProvider time, Func<Task> tickAsync, TimeSpan due, TimeSpan period) =>
        Work.StartTimer(time, GetType().Name, () => Begin(() => InvokeAsync(tickAsync)), due, period, _ => { });

    private Task ShowAsync(string errorId) => DispatchExceptionAsync(new RecordedException(errorId));
}
