namespace CallEventsDashboard.Configuration;

/// <summary>Options whose properties are the keys of one section of the configuration.</summary>
public interface ISettings
{
    /// <summary>The section's name; empty for keys outside of sections.</summary>
    static abstract string Section { get; }

    /// <summary>Whether others read keys of this section too: then a key that is no property here is no mistake.</summary>
    static virtual bool IsShared => false;
}
