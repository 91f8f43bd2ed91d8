namespace CallEventsDashboard.Exports;

/// <summary>A file of one person that can be downloaded with a ticket, now or once it is whole.</summary>
public interface IDownload : IDisposable
{
    /// <summary>Whose it is: their <see cref="Authentication.UserIdentity.StorageId"/>.</summary>
    string Person { get; }

    /// <summary>Whether it is still being written.</summary>
    bool IsUnderWay { get; }

    /// <summary>Whether it can be downloaded.</summary>
    bool HasFile { get; }

    /// <summary>Null before it can be downloaded.</summary>
    string? FileName { get; }

    string ContentType { get; }

    /// <summary>In bytes.</summary>
    long Length { get; }

    /// <summary>The whole file.</summary>
    /// <exception cref="ObjectDisposedException">The file is gone.</exception>
    Stream Open();
}
