namespace CallEventsDashboard.EndToEndTests.Harness;

internal static class Keys
{
    public const string Name = "Production";

    /// <summary>Any key but <see cref="Wrong"/> is good for the Sandbox program.</summary>
    public const string Good = "KEY0123456789ABCDEF0123456789ABCDEF_endToEndCanary00001";

    public const string Wrong = "KEYwrong0123456789ABCDEF0123456789";
}
