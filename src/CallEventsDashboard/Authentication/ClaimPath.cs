using System.Security.Claims;
using System.Text.Json;

namespace CallEventsDashboard.Authentication;

/// <summary>The values of a claim, also of one that lies in an object: <c>realm_access.roles</c>.</summary>
internal static class ClaimPath
{
    /// <summary>
    /// The values at a path as texts; those of an array are each one. The name of a claim may itself have dots: the longest name that the person has wins.
    /// </summary>
    public static IEnumerable<string> Values(ClaimsPrincipal user, string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            var claims = user.FindAll(path[..end]).ToList();
            if (claims.Count > 0)
                return end == path.Length ? claims.SelectMany(claim => Leaf(claim.Value)) : claims.SelectMany(claim => Within(claim.Value, path[(end + 1)..].Split('.')));
        }

        return [];
    }

    // Some providers send an array as one claim, and the handler each of its values as one.
    private static IEnumerable<string> Leaf(string value) => value is ['[', ..] && Parse(value) is { } array ? Texts(array) : [value];

    private static IEnumerable<string> Within(string value, string[] names)
    {
        if (Parse(value) is not { } at)
            return [];
        foreach (var name in names)
        {
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return [];
        }

        return Texts(at);
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
        _ => [],
    };

    private static JsonElement? Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
