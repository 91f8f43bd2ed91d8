namespace CallEventsDashboard.Telnyx;

/// <summary>Why a record could not be read whole. What could be read of it all the same is in the fields of its <see cref="CallEvent"/>.</summary>
public enum RecordFlaw
{
    None,

    /// <summary>It is a text, a number, a list or null, and no object.</summary>
    NotAnObject,

    /// <summary>It is no well-formed JSON, in an answer that is otherwise.</summary>
    Malformed,

    /// <summary>It nests deeper than <see cref="RecordJson.MaxDepth"/>.</summary>
    TooDeep,

    /// <summary>It is larger than an answer may be, so it was not received.</summary>
    TooLarge,
}
