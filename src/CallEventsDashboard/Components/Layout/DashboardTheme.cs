using MudBlazor;

namespace CallEventsDashboard.Components.Layout;

/// <summary>MudBlazor's theme, from the tokens of <c>wwwroot/app.css</c>: its controls and our own surfaces are one.</summary>
internal static class DashboardTheme
{
    private static readonly string[] Fonts = ["Inter", "system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#3454d1",
            Background = "#f7f8fa",
            Surface = "#ffffff",
            TextPrimary = "#1a1f2b",
            TextSecondary = "#596273",
            TextDisabled = "#5f6778",
            ActionDefault = "#596273",
            LinesDefault = "#e3e6eb",
            LinesInputs = "#cfd4dc",
            Divider = "#e3e6eb",
            Success = "#146b3e",
            Warning = "#9a5b00",
            Error = "#c22f3a",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#8ea4ff",
            PrimaryContrastText = "#0f1218",
            Background = "#0f1218",
            Surface = "#1c212b",
            TextPrimary = "#e6e9ef",
            TextSecondary = "#a3acbd",
            TextDisabled = "#8791a4",
            ActionDefault = "#a3acbd",
            LinesDefault = "#272d39",
            LinesInputs = "#394152",
            Divider = "#272d39",
            Success = "#5fd39a",
            Warning = "#f0b95a",
            Error = "#ff8088",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "13px", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "13px", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "13px", LetterSpacing = "0" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "13px", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "13px", TextTransform = "none", LetterSpacing = "0" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "15px", LetterSpacing = "0" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "12px", LetterSpacing = "0" },
        },
    };
}
