namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>SplitMix64: the same numbers from the same seed on every runtime, which <see cref="Random"/> does not promise.</summary>
internal sealed class Rng(ulong seed)
{
    private ulong _state = seed;

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>0 inclusive to <paramref name="end"/> exclusive.</summary>
    public int Below(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
