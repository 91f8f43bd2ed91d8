using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;
using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary><c>GET /v2/recording_transcriptions</c>: those that the log says were saved.</summary>
internal sealed class TranscriptionsResource(CallEventList list)
{
    public const string Name = "recording_transcriptions";

    public ResourceReply List(string query)
    {
        var (page, recording, errors) = (PageArguments.Default, (string?)null, new List<ApiError>());
        foreach (var (name, value) in QueryPairs.Read(query))
        {
            if (name == "filter[recording_id]")
                recording = value;
            else
                page = page.With(name, value, errors);
        }

        if (errors.Count > 0)
            return ResourceReply.Refuse(errors[0]);
        var saved = list.Rows(RowQuery.All).Where(row => row is { Name: "call.recording.transcription.saved", Attempt: 1 } && (recording is null || Ids.Recording(row.Leg).ToString() == recording)).ToList();
        return ResourceReply.List(saved, page, (json, row) =>
        {
            json.WriteString("record_type", "recording_transcription");
            MediaPayloads.TranscriptionSaved(json, row, row.Details(Purpose.Webhook));
            json.WriteString("created_at", Micros.ToIso(row.Time));
        });
    }
}
