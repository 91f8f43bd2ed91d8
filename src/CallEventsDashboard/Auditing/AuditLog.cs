using Microsoft.AspNetCore.Components.Authorization;

namespace CallEventsDashboard.Auditing;

/// <summary>Writes down who did what to other people's data and to API keys, of the person behind one circuit.</summary>
public sealed class AuditLog
{
    public const string Category = "CallEventsDashboard.Audit";

    private readonly AuthenticationStateProvider _authentication;
    private readonly AuditTrail _trail;

    internal AuditLog(AuthenticationStateProvider authentication, AuditTrail trail) => (_authentication, _trail) = (authentication, trail);

    /// <summary>Somebody opened a list.</summary>
    /// <param name="kind">What is listed: <c>events</c> or <c>sessions</c>.</param>
    /// <param name="parameters">The names of the parameters of the list, without their values.</param>
    public Task ListOpenedAsync(string kind, IEnumerable<string> parameters) => WriteAsync($"open-{kind}", AuditText.Shape(parameters));

    /// <summary>Somebody searched for a text.</summary>
    /// <inheritdoc cref="ListOpenedAsync"/>
    public Task SearchedAsync(string kind, IEnumerable<string> parameters) => WriteAsync($"search-{kind}", AuditText.Shape(parameters));

    /// <summary>Somebody opened an event.</summary>
    public Task EventOpenedAsync(string fingerprint) => WriteAsync("open-event", AuditText.Event(fingerprint));

    /// <summary>Somebody opened a session.</summary>
    public Task SessionOpenedAsync(string sessionId) => WriteAsync("open-session", AuditText.Id(sessionId));

    /// <summary>Somebody opened an evidence file of a session.</summary>
    public Task EvidenceOpenedAsync(string sessionId) => WriteAsync("open-evidence", AuditText.Id(sessionId));

    /// <summary>Somebody copied something.</summary>
    /// <param name="what">A word for it, such as <c>record</c>.</param>
    /// <param name="fingerprint">The event that it is of; null for none.</param>
    public Task CopiedAsync(string what, string? fingerprint) => WriteAsync("copy", $"{AuditText.Word(what)}{(fingerprint is null ? "" : $" of {AuditText.Event(fingerprint)}")}");

    /// <summary>Somebody had masked numbers shown.</summary>
    /// <param name="sessionId">The session that they are of, or null for a list.</param>
    /// <param name="parameters">The names of the parameters of the list, without their values.</param>
    public Task RevealedAsync(string? sessionId, IEnumerable<string> parameters) => WriteAsync("reveal", Subject(sessionId, parameters));

    /// <summary>Somebody took data out of the dashboard.</summary>
    /// <inheritdoc cref="RevealedAsync"/>
    public Task ExportedAsync(string? sessionId, IEnumerable<string> parameters) => WriteAsync("export", Subject(sessionId, parameters));

    /// <summary>Somebody asked Telnyx what became of the attempts to deliver a webhook.</summary>
    public Task DeliveriesAskedAsync(string fingerprint) => WriteAsync("ask-deliveries", AuditText.Event(fingerprint));

    /// <summary>Somebody asked Telnyx for the detail records of a session.</summary>
    public Task CarrierAskedAsync(string sessionId) => WriteAsync("ask-carrier", AuditText.Id(sessionId));

    /// <summary>Somebody asked Telnyx whether a call of a session is up.</summary>
    public Task CallAskedAsync(string sessionId) => WriteAsync("ask-call", AuditText.Id(sessionId));

    /// <summary>Somebody asked Telnyx for links to the recordings of a session.</summary>
    public Task RecordingsAskedAsync(string sessionId) => WriteAsync("ask-recordings", AuditText.Id(sessionId));

    /// <summary>Somebody asked Telnyx for the transcripts of the recordings of a session.</summary>
    public Task TranscriptsAskedAsync(string sessionId) => WriteAsync("ask-transcripts", AuditText.Id(sessionId));

    /// <summary>Somebody asked Telnyx what was said in a session with an AI assistant.</summary>
    public Task ConversationAskedAsync(string sessionId) => WriteAsync("ask-conversation", AuditText.Id(sessionId));

    /// <summary>Somebody looked for calls of a list in the call detail records.</summary>
    public Task DetailsAskedAsync() => WriteAsync("ask-details", "");

    /// <summary>Somebody had the names of connections read again.</summary>
    public Task NamesAskedAsync() => WriteAsync("ask-names", "");

    /// <summary>Somebody asked Telnyx whose a key is.</summary>
    public Task OwnerAskedAsync() => WriteAsync("ask-account", "");

    public Task KeyAddedAsync() => WriteAsync("key-added", "");

    public Task KeyTestedAsync(bool works) => WriteAsync("key-tested", works ? "works" : "fails");

    public Task KeyRenamedAsync() => WriteAsync("key-renamed", "");

    public Task KeyActivatedAsync() => WriteAsync("key-activated", "");

    public Task KeyDeletedAsync() => WriteAsync("key-deleted", "");

    /// <summary>Somebody ended another of their own sign-ins.</summary>
    public Task SignInEndedAsync(string sessionId) => WriteAsync("sign-in-ended", $"session {AuditText.Session(sessionId)}");

    private static string Subject(string? sessionId, IEnumerable<string> parameters) =>
        sessionId is null ? AuditText.Shape(parameters) : AuditText.Id(sessionId);

    private async Task WriteAsync(string action, string subject)
        => _trail.Write(action, (await _authentication.GetAuthenticationStateAsync()).User, subject);
}
