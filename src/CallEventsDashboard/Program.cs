using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Components;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Evidence;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.SavedViews;
using CallEventsDashboard.WebSecurity;
using MudBlazor.Services;

if (HealthCheckCommand.IsIn(args))
    return await HealthCheckCommand.AskAsync(args);

if (PseudonymCommand.IsIn(args))
    return PseudonymCommand.Tell(args, Console.Out, Console.Error);

if (AppStart.CreateBuilder(args) is not { } builder)
    return AppStart.Failed;

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
// A click beside an open menu or list closes it and hits nothing below.
builder.Services.AddMudServices(mud => mud.PopoverOptions.ModalOverlay = true);
builder.Services.AddDashboardOptions(builder.Configuration, builder.Environment);
builder.Services.AddDashboardAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddBrowserStorage();
builder.Services.AddApiKeys();
builder.Services.AddSavedViews();
builder.Services.AddCallEventFeeds();
builder.Services.AddScoped<SessionsRead>();
builder.Services.AddNeighbours();
builder.Services.AddPrivacy();
builder.Services.AddAuditing(AuditOptions.Read(builder.Configuration));
builder.Services.AddExports();
builder.Services.AddEvidence();
builder.AddWebSecurity();
builder.AddOperations();

var app = builder.Build();
app.UseWebSecurity();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAuthentication();
app.UseAuthorization();
app.UseVisitorLimits();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapHealth();
app.MapSignIn();
app.MapTooManyTabs();
app.MapExports();
app.MapPolicyReports();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(render => render.ContentSecurityFrameAncestorsPolicy = "'none'");
return await AppStart.RunAsync(app);
