namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>The connections of the sample account and the people who call. All numbers are from ranges kept for fiction.</summary>
internal static class Account
{
    private static readonly string[] AreaCodes = ["202", "212", "305", "312", "415", "617", "702"];

    public static Connection Ivr { get; } = Make("2811212257810187875", "Main IVR", "call_control", 0);

    public static Connection Support { get; } = Make("2811212257810187901", "Support Queue", "call_control", 0);

    public static Connection Dialer { get; } = Make("2811212257810188012", "Outbound Dialer", "call_control", 1);

    public static Connection Reminders { get; } = Make("2811212257810188044", "Appointment Reminders", "call_control", 1);

    public static Connection Receptionist { get; } = Make("2811212257810188190", "AI Receptionist", "call_control", 0);

    public static Connection Meetings { get; } = Make("2811212257810188233", "Conference Bridge", "call_control", 0);

    public static Connection Faxes { get; } = Make("2811212257810188307", "Fax Gateway", "fax", 2);

    public static Connection Hotline { get; } = Make("2811212257810188415", "Café Hotline (TeXML)", "texml", 2);

    public static Connection Survey { get; } = Make("2811212257810188420", "Survey main line (TeXML)", "texml", 1);

    /// <summary>A SIP trunk. No application is behind it, so that it has no webhooks and the log none of its calls.</summary>
    public static Connection Trunk { get; } = new("2811212257810188990", "Office trunk", "ip", "1763012456789012340") { WebhookUrl = "" };

    /// <summary>Those with an application.</summary>
    public static IReadOnlyList<Connection> Connections { get; } = [Ivr, Support, Dialer, Reminders, Receptionist, Meetings, Faxes, Hotline, Survey];

    /// <summary>A number of the account itself: few, so that each has many calls.</summary>
    public static string OwnNumber(Rng rng) => $"+1202555013{rng.Below(10)}";

    /// <summary>Somebody else's number, now and then from abroad, or a SIP URI.</summary>
    public static string OtherNumber(Rng rng) => rng.Below(40) switch
    {
        0 => $"+442079460{rng.Between(100, 999)}",
        1 => $"+447700900{rng.Between(100, 999)}",
        2 => $"+3319900{rng.Between(1000, 9999)}",
        3 => $"+61491570{rng.Between(100, 999)}",
        4 => $"sip:{rng.Pick("alice", "bob", "desk-12", "o'hara+mobile")}@pbx.example.test",
        _ => $"+1{rng.Pick<string>(AreaCodes)}55501{rng.Below(100):00}",
    };

    /// <summary>The name of an outbound voice profile.</summary>
    public static string ProfileName(string id) => id[^1] switch { '0' => "Default outbound", '1' => "Campaigns", _ => "Fax and TeXML" };

    private static Connection Make(string id, string name, string product, int profile) =>
        new(id, name, product, $"176301245678901234{profile}")
        {
            WebhookUrl = $"https://app.example.test/hooks/{id[^3..]}?token=not-a-secret",
        };
}
