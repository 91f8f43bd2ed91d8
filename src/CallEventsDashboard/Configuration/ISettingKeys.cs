namespace CallEventsDashboard.Configuration;

/// <summary>The keys that one set of options is read from.</summary>
internal interface ISettingKeys
{
    IEnumerable<string> Keys { get; }
}
