using System.Globalization;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary><c>GET /v2/connections</c>: the connections of the account, of whatever type. Whether applications are among them is not sure, and their time-outs are not.</summary>
public static class Connections
{
    public const string Endpoint = "connections";

    /// <param name="page">From 1; a page has 250 at most.</param>
    public static ResourceRequest Page(int page) => new(Endpoint, Endpoint, Terms(page));

    internal static string Terms(int page) => ResourceRequest.Write(
        ("page[number]", page.ToString(CultureInfo.InvariantCulture)), ("page[size]", PageRequest.MaxSize.ToString(CultureInfo.InvariantCulture)));
}
