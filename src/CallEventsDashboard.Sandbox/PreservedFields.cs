namespace CallEventsDashboard.Sandbox;

/// <summary>The fields that injected texts leave as they are, so that sessions can still be followed.</summary>
public enum PreservedFields
{
    Nothing,

    /// <summary>UUIDs, nearly all types, and names wherever a call begins, is answered or ends: sessions can be followed, all records of a leg have the same texts.</summary>
    Names,
}
