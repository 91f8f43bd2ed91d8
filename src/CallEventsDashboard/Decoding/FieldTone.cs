namespace CallEventsDashboard.Decoding;

public enum FieldTone
{
    Plain,
    Good,
    Bad,
}
