namespace CallEventsDashboard.Telnyx.Resources;

/// <param name="Value">Empty where the record has none that is a text.</param>
public sealed record HttpHeader(string Name, string Value);
