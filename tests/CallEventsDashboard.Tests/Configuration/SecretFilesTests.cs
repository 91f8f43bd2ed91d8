using CallEventsDashboard.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Configuration;

public sealed class SecretFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("call-events-secrets-");

    [Fact]
    public async Task File_OfTheFolder_IsASetting_AndCountsMoreThanAVariable()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "OpenIdConnect__ClientSecret"), "from-a-file\n", TestContext.Current.CancellationToken);

        await using var app = await RunningApp.StartAsync("Authentication:Mode=OpenIdConnect", $"Secrets:Folder={_folder.FullName}");

        Assert.Equal("from-a-file", app.Services.GetRequiredService<IOptions<OpenIdConnectSettings>>().Value.ClientSecret);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
