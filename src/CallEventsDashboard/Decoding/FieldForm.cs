namespace CallEventsDashboard.Decoding;

public enum FieldForm
{
    Text,

    /// <summary>An id or an address: fixed-width, on one line.</summary>
    Id,

    /// <summary>Text of several lines, fixed-width.</summary>
    Block,
}
