namespace CallEventsDashboard.Evidence;

/// <summary>Why a file is not shown.</summary>
public enum EvidenceFaultKind
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is larger than <see cref="SessionEvidence.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>The browser did not hand it over.</summary>
    NotReceived,

    /// <summary>It is no JSON object that says it is an evidence file.</summary>
    NotEvidence,

    /// <summary>It is of a version of the format that this dashboard does not know.</summary>
    TooNew,

    /// <summary>A part of it can't be read.</summary>
    Damaged,

    /// <summary>It has more events than a session page shows.</summary>
    TooManyEvents,
}
