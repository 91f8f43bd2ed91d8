namespace CallEventsDashboard.EndToEndTests.Harness;

internal static class Keys
{
    public const string Name = "Production";

    /// <summary>Any key is good for the Sandbox program but the two below.</summary>
    public const string Good = "KEY0123456789ABCDEF0123456789ABCDEF_endToEndCanary00001";

    /// <summary>Good too, and nobody else's: lists of one key are shared for some seconds.</summary>
    public const string Own = "KEY0123456789ABCDEF0123456789ABCDEF_endToEndOwn00000001";

    /// <summary>Good too, and only for lists that are opened by one filter and counted beside it.</summary>
    public const string Filters = "KEY0123456789ABCDEF0123456789ABCDEF_endToEndFilters001";

    /// <summary>Good too, and looked for in every place where it must not be.</summary>
    public const string Canary = "KEYcanary7f3a9b21c4d58e60_doNotShowThisAnywhere";

    public const string Wrong = "KEY_INVALID_0123456789ABCDEF";

    public const string Forbidden = "KEY_FORBIDDEN_0123456789ABCDEF";
}
