using System.Text;

namespace CallEventsDashboard.Telnyx;

/// <summary>One request to a resource beside the log of call events.</summary>
/// <param name="Endpoint">The resource, whose limit of requests is its own: <c>webhook_deliveries</c>.</param>
/// <param name="Path">Below the base address of the API, without a slash at its beginning.</param>
/// <param name="Query">As it is sent, without a question mark; empty for none.</param>
public sealed record ResourceRequest(string Endpoint, string Path, string Query)
{
    internal string Address => Query.Length == 0 ? Path : $"{Path}?{Query}";

    /// <summary>Brackets of names literal, values percent-encoded; a term without a value is left out.</summary>
    internal static string Write(params ReadOnlySpan<(string Name, string? Value)> terms)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in terms)
        {
            if (!string.IsNullOrEmpty(value))
                query.Append(query.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }
}
