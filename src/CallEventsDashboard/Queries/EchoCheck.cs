using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>What a returned row says about a filter.</summary>
public enum EchoResult
{
    Matches,
    Contradicts,

    /// <summary>The row does not carry the field.</summary>
    CannotTell,
}

/// <summary>Compares returned rows with the filters that were asked: the service ignores what it does not know, and its answer then looks right.</summary>
public static class EchoCheck
{
    /// <param name="parameter">The filter.</param>
    /// <param name="wanted">Its value, as <see cref="FilterParameter.Get"/> gives it.</param>
    /// <param name="row">One returned row.</param>
    public static EchoResult Check(FilterParameter parameter, string wanted, CallEvent row) => parameter.Name switch
    {
        "leg_id" => Same(wanted, row.LegId, StringComparison.OrdinalIgnoreCase),
        "application_session_id" => Same(wanted, row.SessionId, StringComparison.OrdinalIgnoreCase),
        "connection_id" => Same(wanted, row.ConnectionId, StringComparison.Ordinal),
        "product" => Same(wanted, row.Product, StringComparison.OrdinalIgnoreCase),
        "failed" => row.Failed is { } failed ? Result(failed == (wanted == "true")) : EchoResult.CannotTell,
        "from" => SameParty(wanted, row.From, parameter.Name, row),
        "to" => SameParty(wanted, row.To, parameter.Name, row),
        "name" => Same(wanted, row.Name, StringComparison.Ordinal),
        "type" when row.Type.Length == 0 => EchoResult.CannotTell,
        "type" => Result(wanted == "webhook" ? row.IsWebhook : wanted.Equals(row.Type, StringComparison.OrdinalIgnoreCase)),
        _ => CheckRaw(parameter, wanted, row.Raw),
    };

    /// <summary>Whether the row is shown: no filter of the query and no bound of its time contradicts it.</summary>
    /// <param name="range">The query's time range, resolved.</param>
    public static bool RowMatches(CallEventQuery query, WantedRange range, CallEvent row) =>
        RowMatches(query, row) && (row.OccurredAt is not { } at || range.Includes(at));

    /// <summary>Whether no filter of the query contradicts the row, whatever its time.</summary>
    public static bool RowMatches(CallEventQuery query, CallEvent row)
    {
        foreach (var parameter in FilterParameter.All)
        {
            if (parameter.Get(query) is { } wanted && Check(parameter, wanted, row) == EchoResult.Contradicts)
                return false;
        }
        return true;
    }

    private static EchoResult CheckRaw(FilterParameter parameter, string wanted, ReadOnlyMemory<byte> raw) =>
        RawField.Find(parameter, raw) is not { } value ? EchoResult.CannotTell
        : Result(parameter == FilterParameter.ApplicationName
            ? value.Contains(wanted, StringComparison.OrdinalIgnoreCase)
            : value.Equals(wanted, StringComparison.OrdinalIgnoreCase));

    private static EchoResult Same(string wanted, string? carried, StringComparison comparison) =>
        string.IsNullOrEmpty(carried) ? EchoResult.CannotTell : Result(wanted.Equals(carried, comparison));

    private static EchoResult SameParty(string wanted, string? carried, string name, CallEvent row)
    {
        if (row.IsCommand && (string.IsNullOrEmpty(carried) || CommandParty.IsOfAnotherCall(row) || !NumberText.AreSame(wanted, carried)))
            carried = CommandParty.Find(name, row);
        return string.IsNullOrEmpty(carried) ? EchoResult.CannotTell : Result(NumberText.AreSame(wanted, carried));
    }

    private static EchoResult Result(bool matches) => matches ? EchoResult.Matches : EchoResult.Contradicts;
}
