using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Components;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Privacy;
using MudBlazor.Services;

// Published, the static files and settings lie beside the program, from wherever it is started.
var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published });
if (StartupChecks.Problems(builder.Configuration, builder.Environment) is { Count: > 0 } problems)
{
    foreach (var problem in problems)
        await Console.Error.WriteLineAsync(problem);
    return 2;
}

// The host logs each address that is asked for, and a link may hold a phone number.
builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddMudServices();
builder.Services.AddHealthChecks();
builder.Services.AddDashboardOptions(builder.Configuration, builder.Environment);
builder.Services.AddDashboardAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddApiKeys();
builder.Services.AddCallEventFeeds(builder.Configuration);
builder.Services.AddPrivacy(builder.Configuration);

var app = builder.Build();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/healthz").AllowAnonymous();
app.MapHealthChecks("/readyz").AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
return 0;
