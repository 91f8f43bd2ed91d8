using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Conventions;

/// <summary>Nothing fails in silence: what nobody awaits goes through <see cref="BackgroundWork"/>, and every panel has a boundary that says the id of an error.</summary>
public sealed class BackgroundWorkTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Product = [typeof(BackgroundWork).Assembly, typeof(CallEvent).Assembly, Assembly.Load("CallEventsDashboard.Sandbox")];

    // What begins work whose exceptions nobody would see, or which end the process.
    private static readonly (Type Type, string Method)[] Unguarded =
    [
        (typeof(TimeProvider), nameof(TimeProvider.CreateTimer)),
        (typeof(Timer), ConstructorInfo.ConstructorName),
        (typeof(System.Timers.Timer), ConstructorInfo.ConstructorName),
        (typeof(PeriodicTimer), ConstructorInfo.ConstructorName),
        (typeof(Thread), ConstructorInfo.ConstructorName),
        (typeof(ThreadPool), nameof(ThreadPool.QueueUserWorkItem)),
        (typeof(ThreadPool), nameof(ThreadPool.UnsafeQueueUserWorkItem)),
        (typeof(Task), nameof(Task.ContinueWith)),
    ];

    [Fact]
    public void Work_ThatNobodyAwaits_GoesThroughBackgroundWork() => AssertNone(
        from method in Methods()
        where Outermost(method.DeclaringType!) != typeof(BackgroundWork) && !method.DeclaringType!.IsAssignableTo(typeof(TimeProvider))
        from offence in Offences(method)
        select $"{Outermost(method.DeclaringType!).FullName}: {offence}. Begin it through {nameof(BackgroundWork)}, so that an error in it is seen.");

    [Theory]
    [InlineData(nameof(Example.Dropped))]
    [InlineData(nameof(Example.DroppedValue))]
    [InlineData(nameof(Example.Void))]
    [InlineData(nameof(Example.Timed))]
    [InlineData(nameof(Example.Continued))]
    public void Offences_OfEachKind_AreFound(string method) => Assert.NotEmpty(Offences(typeof(Example).GetMethod(method, Declared)!));

    [Fact]
    public void Offences_OfWorkThatIsAwaited_AreNone() => Assert.Empty(
        typeof(Example).GetNestedTypes(Declared).SelectMany(type => type.GetMethods(Declared))
            .Append(typeof(Example).GetMethod(nameof(Example.AwaitedAsync), Declared)!)
            .Where(method => method.Name == nameof(Example.AwaitedAsync) || method.DeclaringType!.Name.Contains(nameof(Example.AwaitedAsync), StringComparison.Ordinal))
            .SelectMany(Offences));

    [Fact]
    public void Callbacks_OfTheBrowser_AreGuarded() => AssertNone(
        from method in Methods()
        where method.GetCustomAttribute<JSInvokableAttribute>() is not null
        where !Instruction.Of(method).Any(instruction => instruction.Member is MethodInfo { Name: "AnswerAsync" or "TryAsync" })
        select $"{method.DeclaringType!.FullName}.{method.Name} is called by the browser: an error in it would only be in the browser's console.");

    [Fact]
    public void Boundaries_AreThoseThatShowTheId() => AssertNone(
        from method in Methods()
        from instruction in Instruction.Of(method)
        where instruction.Member is MethodInfo { IsGenericMethod: true } opened && opened.GetGenericArguments().Contains(typeof(ErrorBoundary))
        select $"{method.DeclaringType!.FullName} has a boundary that neither writes down nor shows the id of an error.");

    private static IEnumerable<MethodBase> Methods() => Product.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>();

    private static IEnumerable<string> Offences(MethodBase method)
    {
        if (method is MethodInfo { ReturnType: var type } && type == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            yield return $"{method.Name} is async void";
        MethodBase? called = null;
        foreach (var instruction in Instruction.Of(method))
        {
            if (instruction.Code == OpCodes.Pop && called is MethodInfo { ReturnType: var returned } && IsTask(returned))
                yield return $"{method.Name} drops what {called.Name} began";
            called = instruction.Member as MethodBase;
            if (called is not null && Unguarded.Any(one => one.Method == called.Name && one.Type.IsAssignableFrom(called.DeclaringType)))
                yield return $"{method.Name} uses {called.DeclaringType!.Name}{called.Name}";
        }
    }

    private static bool IsTask(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static void AssertNone(IEnumerable<string> offences) => Assert.True(!offences.Any(), string.Join('\n', offences.Distinct().Order()));

    private static class Example
    {
        public static void Dropped() => _ = Task.FromResult(1);

        public static void DroppedValue(Stream stream) => _ = stream.DisposeAsync().AsTask();

        public static async void Void() => await Task.Yield();

        public static ITimer Timed() => TimeProvider.System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public static Task Continued(Task task) => task.ContinueWith(_ => { }, TaskScheduler.Default);

        public static async Task<int> AwaitedAsync(Task<int> task)
        {
            await task;
            await Task.Yield();
            return await Task.FromResult(1);
        }
    }
}
