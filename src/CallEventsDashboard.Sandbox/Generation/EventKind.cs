namespace CallEventsDashboard.Sandbox.Generation;

internal enum EventKind : byte
{
    Webhook,
    Command,
    ScriptingWebhook,
}
