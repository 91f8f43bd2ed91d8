using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace CallEventsDashboard.Configuration;

public sealed class LogOptionsTests
{
    [Theory]
    [InlineData("Production", "", "", true)]
    [InlineData("Staging", "", "", true)]
    [InlineData("Development", "", "", false)]
    [InlineData("Development", "true", "", true)]
    [InlineData("Production", "true", "simple", false)]
    public void WantsJson_OutsideDevelopmentOrInAContainer_UnlessAFormIsSet(string environment, string container, string formatter, bool expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DOTNET_RUNNING_IN_CONTAINER"] = container,
            ["Logging:Console:FormatterName"] = formatter,
        }).Build();

        Assert.Equal(expected, LogOptions.WantsJson(configuration, new HostingEnvironment { EnvironmentName = environment }));
    }
}
