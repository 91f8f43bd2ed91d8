namespace CallEventsDashboard.Exports;

public enum ExportState
{
    /// <summary>Rows are read and written.</summary>
    Running,

    /// <summary>It goes on by itself, once Telnyx or the key's allowance permits.</summary>
    Waiting,

    /// <summary>It has all rows that can be had; <see cref="ExportSummary.IsPartial"/> says whether those are all.</summary>
    Done,

    /// <summary>A person ended it: it has the rows until then.</summary>
    Stopped,

    /// <summary>It can't be read on, until a person tries again or keeps what there is.</summary>
    Failed,
}
