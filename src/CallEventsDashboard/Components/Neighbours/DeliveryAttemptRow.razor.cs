using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx.Resources;
using Microsoft.AspNetCore.Components;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>One attempt to deliver a webhook, without the secrets in it.</summary>
public sealed partial class DeliveryAttemptRow
{
    private const int MostShown = 10_000;

    private string _status = "";
    private string? _url;
    private string? _body;
    private (string Title, HttpHeader[] Headers)[] _headers = [];

    [CascadingParameter] public InstantFormat Instants { get; set; } = InstantFormat.Utc;

    [Parameter, EditorRequired] public required DeliveryAttempt Attempt { get; set; }

    /// <summary>From 1.</summary>
    [Parameter, EditorRequired] public required int Number { get; set; }

    /// <summary>Whether it went to another address than the first one.</summary>
    [Parameter] public bool IsFailover { get; set; }

    /// <summary>Whether the attempt is masked: then nothing is left in it that could be a secret.</summary>
    [Parameter] public bool IsMasked { get; set; }

    protected override void OnParametersSet()
    {
        _status = Attempt.AnswerStatus is { } status ? $"HTTP {VisibleText.Line(status, 20)}" : Attempt.IsDelivered switch
        {
            true => "delivered",
            false => "no answer",
            null => Attempt.Status is { } own ? VisibleText.Line(own, 20) : "outcome not said",
        };
        _url = Attempt.Url is null ? null : IsMasked ? Attempt.Url : SecretText.Url(Attempt.Url);
        _body = Attempt.AnswerBody is not { Length: > 0 } body ? null : IsMasked ? body : SecretText.Text(body);
        _headers = [.. new[] { ("Headers of the answer", Safe(Attempt.AnswerHeaders)), ("Headers that Telnyx sent", Safe(Attempt.RequestHeaders)) }.Where(part => part.Item2.Length > 0)];
    }

    private HttpHeader[] Safe(IReadOnlyList<HttpHeader> headers) =>
        [.. headers.Select(header => IsMasked ? header : header with { Value = SecretText.Header(header.Name, header.Value) })];
}
