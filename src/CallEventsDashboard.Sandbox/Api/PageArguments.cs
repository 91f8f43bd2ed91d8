using System.Globalization;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Which page is asked for.</summary>
internal sealed record PageArguments(int Number, int Size)
{
    public const string SizeName = "page[size]";

    private const string NumberName = "page[number]";
    private const int MaxSize = 250;

    public static PageArguments Default { get; } = new(1, 20);

    /// <summary>Reads one parameter; those that the published contract lists but this endpoint does not use change nothing.</summary>
    public PageArguments With(string name, string value, List<ApiError> errors)
    {
        if (name is not (NumberName or SizeName))
            return this;
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(ApiError.NotANumber(name));
            return this;
        }

        var last = name == NumberName ? int.MaxValue : MaxSize;
        if (number < 1 || number > last)
        {
            errors.Add(ApiError.Range(name, 1, last));
            return this;
        }

        return name == NumberName ? this with { Number = number } : this with { Size = number };
    }
}
