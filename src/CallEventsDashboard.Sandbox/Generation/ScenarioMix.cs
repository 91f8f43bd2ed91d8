using CallEventsDashboard.Sandbox.Generation.Scenarios;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>How often which kind of call happens.</summary>
internal static class ScenarioMix
{
    private static readonly (int Weight, Action<CallScript> Play)[] Mix =
    [
        (26, InboundCall.Play),
        (26, OutboundCall.Play),
        (10, TransferredCall.Play),
        (7, BridgedCalls.Play),
        (8, QueuedCall.Play),
        (2, ConferenceCall.Play),
        (5, FaxTransmission.Play),
        (8, TexmlCall.Play),
        (8, AssistantCall.Play),
    ];

    private static readonly int TotalWeight = Mix.Sum(part => part.Weight);

    public static CallScript Play(Rng rng, long start)
    {
        var script = new CallScript(rng, start);
        var draw = rng.Below(TotalWeight);
        foreach (var (weight, play) in Mix)
        {
            draw -= weight;
            if (draw >= 0)
                continue;
            play(script);
            break;
        }

        return script;
    }
}
