namespace CallEventsDashboard.Privacy;

/// <summary>The kind of a field's value. A value that is not of that kind is not shown.</summary>
internal enum FieldKind
{
    /// <summary>The field is not on the list: its text is hidden, and a number in it has its stand-in.</summary>
    Unlisted,

    /// <summary>Hidden whatever it is: keys that were pressed, what an application keeps, what an account has left.</summary>
    Secret,

    /// <summary>A number, an address or a name: always a stand-in.</summary>
    Party,

    /// <summary>An enumeration, or the name of an event.</summary>
    Word,

    /// <summary>A sentence of Telnyx's own.</summary>
    Sentence,

    /// <summary>A figure of fewer than seven digits.</summary>
    Measure,

    /// <summary>An enumeration or a figure.</summary>
    Code,

    Id,

    Time,

    /// <summary>An address on the web: its host is shown, and a stand-in for the rest.</summary>
    Url,
}
