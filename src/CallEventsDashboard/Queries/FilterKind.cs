namespace CallEventsDashboard.Queries;

/// <summary>How the value of a filter is written, checked and asked for.</summary>
public enum FilterKind
{
    Text,
    Uuid,

    /// <summary>E.164, or whatever else a record carries: a short code, a name, a SIP URI.</summary>
    Number,

    /// <summary>One of <see cref="FilterParameter.Choices"/>.</summary>
    Choice,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>Free text: new names appear at the service before any catalogue knows them.</summary>
    EventName,
}
