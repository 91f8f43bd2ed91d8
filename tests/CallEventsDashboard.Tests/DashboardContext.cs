using System.Globalization;
using Bunit;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Browser;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.SavedViews;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CallEventsDashboard;

/// <summary>What every component test starts from: MudBlazor without animations, a fixed clock and culture, JavaScript that answers nothing.</summary>
public abstract class DashboardContext : BunitContext
{
    protected DashboardContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        JSInterop.Mode = JSRuntimeMode.Loose;
        DefaultWaitTimeout = Limits.Wait;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddOptions().AddPrivacy();
        Services.AddBrowserStorage().AddSavedViews().AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        Services.AddSingleton(Recorded.Errors).AddSingleton(Recorded.Work);
        Services.AddLogging().AddAuditing();
    }

    /// <summary>What the log has of unexpected errors.</summary>
    private protected Recorded Recorded { get; } = new();

    /// <summary>2026-11-23 10:00 UTC until a test advances it.</summary>
    protected SimulatedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
}
