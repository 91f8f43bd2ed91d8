namespace CallEventsDashboard.Sessions;

public enum LadderParty
{
    Caller,
    Telnyx,
    Application,
    Callee,
}
