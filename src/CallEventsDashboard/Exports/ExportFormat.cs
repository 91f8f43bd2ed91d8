namespace CallEventsDashboard.Exports;

public enum ExportFormat
{
    /// <summary>One line an event, for spreadsheets.</summary>
    Csv,

    /// <summary>One record a line as Telnyx sent it, for programs.</summary>
    Ndjson,
}
