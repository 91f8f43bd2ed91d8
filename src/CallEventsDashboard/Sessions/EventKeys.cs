namespace CallEventsDashboard.Sessions;

/// <summary>The names that the life of a leg turns on, as <see cref="Mark.Key"/> has them.</summary>
internal static class EventKeys
{
    public const string Initiated = "call.initiated";
    public const string Answered = "call.answered";
    public const string Bridged = "call.bridged";
    public const string Hold = "call.hold";
    public const string Unhold = "call.unhold";
    public const string Enqueued = "call.enqueued";
    public const string Dequeued = "call.dequeued";
    public const string HungUp = "call.hangup";
    public const string DtmfReceived = "call.dtmf.received";
    public const string ParticipantJoined = "conference.participant.joined";

    public const string Dial = "dial";
    public const string Answer = "answer";
    public const string Reject = "reject";
    public const string Transfer = "transfer";
    public const string HangUp = "hangup";
    public const string Fetch = "instructions.fetch";
}
