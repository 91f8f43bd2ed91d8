using CallEventsDashboard.Sandbox.Generation.Scenarios;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>The calls that an account was asked to hold: each as its name says, nothing else of it failing, and over before the start unless its name says otherwise.</summary>
internal static class NamedScenarios
{
    /// <summary>No call lasts so long.</summary>
    private const long LongestCall = 3600 * Micros.Second;

    private const long Recently = 180 * Micros.Second;
    private const long LongAgo = 6 * 3600 * Micros.Second;
    private const long UsualGap = 120 * Micros.Second;

    public static IEnumerable<CallScript> Play(IReadOnlyDictionary<CallScenario, int> scenarios, ulong seed, long span, long end)
    {
        var calls = scenarios.OrderBy(pair => pair.Key).SelectMany(pair => Enumerable.Range(0, pair.Value).Select(ordinal => (Scenario: pair.Key, Ordinal: ordinal))).ToList();
        var gap = Math.Min(UsualGap, Math.Max(0, span - LongestCall) / Math.Max(1, calls.Count));
        for (var i = 0; i < calls.Count; i++)
        {
            // Each draws from numbers of its own: one more call changes no other.
            var (scenario, ordinal) = calls[i];
            var rng = new Rng(Rng.Mix(seed ^ 0x5CE0 ^ ((ulong)scenario << 48) ^ ((ulong)ordinal << 16)));
            var (play, turns) = Course(scenario);
            var script = new CallScript(rng, Start(scenario, span, end) - (i * gap), turns);
            play(script);
            yield return script;
        }
    }

    private static long Start(CallScenario scenario, long span, long end) => end - scenario switch
    {
        CallScenario.UnderWay => Recently,
        CallScenario.LostHangup => Math.Min(LongAgo, span),
        _ => LongestCall,
    };

    private static (Action<CallScript> Play, Turn Turns) Course(CallScenario scenario) => scenario switch
    {
        CallScenario.Inbound => (InboundCall.Play, Turn.None),
        CallScenario.Rejected => (InboundCall.Play, Turn.Rejection),
        CallScenario.Outbound => (OutboundCall.Play, Turn.None),
        CallScenario.Unanswered => (OutboundCall.Play, Turn.NoAnswer),
        CallScenario.Transferred => (TransferredCall.Play, Turn.None),
        CallScenario.FailedTransfer => (TransferredCall.Play, Turn.FailedTransfer),
        CallScenario.Bridged => (BridgedCalls.Play, Turn.None),
        CallScenario.Queued => (QueuedCall.Play, Turn.None),
        CallScenario.Abandoned => (QueuedCall.Play, Turn.Abandonment),
        CallScenario.Conference => (ConferenceCall.Play, Turn.None),
        CallScenario.Fax => (FaxTransmission.Play, Turn.None),
        CallScenario.FailedFax => (FaxTransmission.Play, Turn.FailedFax),
        CallScenario.Texml => (TexmlCall.Play, Turn.None),
        CallScenario.Assistant => (AssistantCall.Play, Turn.None),
        CallScenario.UnnamedConversation => (AssistantCall.PlayUnnamed, Turn.None),
        CallScenario.FailedDelivery => (InboundCall.Play, Turn.FailedDelivery),
        CallScenario.ThreeFailedDeliveries => (InboundCall.Play, Turn.ThreeFailedDeliveries),
        CallScenario.RefusedCommands => (RefusedCommands.Play, Turn.None),
        CallScenario.Unattended => (CarelessApplication.Ignore, Turn.None),
        CallScenario.RepeatedCommand => (CarelessApplication.Repeat, Turn.None),
        CallScenario.LateCommand => (CarelessApplication.ComeLate, Turn.None),
        CallScenario.LostDetection => (CarelessApplication.LoseDetection, Turn.None),
        CallScenario.UnderWay or CallScenario.LostHangup => (OpenCall.Play, Turn.None),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario)),
    };
}
