using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Components;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.WebSurface;
using MudBlazor.Services;

if (HealthSwitch.IsIn(args))
    return await HealthSwitch.AskAsync(args);

// Published, the static files and settings lie beside the program, from wherever it is started.
var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published });
if (StartupChecks.Problems(builder.Configuration, builder.Environment) is { Count: > 0 } problems)
{
    foreach (var problem in problems)
        await Console.Error.WriteLineAsync(problem);
    return 2;
}

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();
builder.Services.AddDashboardOptions(builder.Configuration, builder.Environment);
builder.Services.AddDashboardAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddApiKeys();
builder.Services.AddCallEventFeeds(builder.Configuration);
builder.Services.AddPrivacy(builder.Configuration);
builder.Services.AddAuditing();
builder.AddWebSurface();
builder.AddOperations();

var app = builder.Build();
app.UseWebSurface();
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
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(render => render.ContentSecurityFrameAncestorsPolicy = "'none'");
await app.RunAsync();
return 0;
