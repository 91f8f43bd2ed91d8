using Bunit;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Urls;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Sessions;

/// <summary>Parts of a session's page, with a session that a test wrote.</summary>
public abstract class SessionContext : DashboardContext
{
    private protected static SessionView View(CallScript script, SessionExtent extent = SessionExtent.Whole) => new(SessionReader.Read([.. script.Events], extent));

    /// <summary>Renders a part with the address that its links need.</summary>
    /// <param name="selected">The fingerprint of the selected event.</param>
    protected IRenderedComponent<TPart> Part<TPart>(Action<ComponentParameterCollectionBuilder<TPart>> build, string? selected = null)
        where TPart : IComponent => Render<TPart>(parameters =>
        {
            parameters.AddCascadingValue(new SessionAddress(CallScript.SessionId, CallEventQuery.Default with { Event = selected }, SessionPlace.Default));
            build(parameters);
        });
}
