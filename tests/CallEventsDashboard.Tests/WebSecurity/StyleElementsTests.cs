using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor.Services;

namespace CallEventsDashboard.WebSecurity;

public sealed class StyleElementsTests
{
    [Fact]
    public async Task Hashes_AreThoseOfScrollBarChartBothThemesAndTheStartNotice()
    {
        await using var services = new ServiceCollection().AddLogging().AddMudServices()
            .AddScoped<IJSRuntime, Silent>().AddScoped<NavigationManager, Nowhere>().BuildServiceProvider();

        var hashes = await StyleElements.HashesAsync(services);

        Assert.Equal(5, hashes.Count);
        Assert.All(hashes, hash => Assert.Equal(32, Convert.FromBase64String(hash).Length));
    }

    private sealed class Silent : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }

    private sealed class Nowhere : NavigationManager
    {
        public Nowhere() => Initialize("http://localhost/", "http://localhost/");
    }
}
