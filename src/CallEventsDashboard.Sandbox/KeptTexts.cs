namespace CallEventsDashboard.Sandbox;

/// <summary>What foreign texts leave as it is, so that sessions can still be told.</summary>
public enum KeptTexts
{
    Nothing,

    /// <summary>UUIDs, nearly all types, and names wherever a call begins, is answered or ends: sessions can be followed, all records of a leg have the same texts.</summary>
    Names,
}
