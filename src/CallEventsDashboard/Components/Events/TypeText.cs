using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Events;

/// <summary>The type of a record as people say it.</summary>
public static class TypeText
{
    private const string CallScripting = "call_scripting_webhook";

    /// <returns>A dash for none; <c>TeXML</c> for the webhooks that run a call's TeXML; any other type as it is written.</returns>
    public static string Format(string type) => type switch
    {
        "" => "–",
        _ when type.Equals(CallScripting, StringComparison.OrdinalIgnoreCase) => "TeXML",
        _ => VisibleText.Cell(type),
    };
}
