namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>The answer of <see cref="Calls"/>. Nothing is required of it: what it lacks is null.</summary>
/// <param name="EndedAt">Null while the call is up.</param>
public sealed record LiveCall(bool? IsAlive, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    public static LiveCall Read(ReadOnlyMemory<byte> record)
    {
        var json = LooseJson.Parse(record.Span);
        return new LiveCall(json.Field("is_alive").Boolean(), InstantText.Read(json.Field("start_time")), InstantText.Read(json.Field("end_time")));
    }
}
