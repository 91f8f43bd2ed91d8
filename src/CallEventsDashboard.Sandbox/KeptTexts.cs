namespace CallEventsDashboard.Sandbox;

/// <summary>What foreign texts leave as it is, so that sessions can still be told.</summary>
public enum KeptTexts
{
    Nothing,

    /// <summary>UUIDs, in a third of the records the name and type, and in another the type.</summary>
    Ids,

    /// <summary>
    /// UUIDs, types, and names wherever a call begins, is answered or ends: sessions can be followed, all records of one have the same texts, and webhooks
    /// of other names were not delivered.
    /// </summary>
    Names,
}
